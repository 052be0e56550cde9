package io.paperpress.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortPlanTest {

    @TempDir
    Path data;

    @Test
    void everyProcessGetsAPortOfItsOwnAndKeepsIt() {
        int publicPort = Ports.free();
        var first = settled(OptionalInt.of(publicPort));
        var again = settled(OptionalInt.empty());

        var ports = new HashSet<Integer>();
        for (String name : Stack.BACKING) {
            ports.add(first.port(name).orElseThrow());
            assertThat(again.port(name)).isEqualTo(first.port(name));
        }
        for (String name : Stack.SERVICES) {
            ports.add(first.port(name).orElseThrow());
            ports.add(first.port(Stack.management(name)).orElseThrow());
            assertThat(again.port(name)).isEqualTo(first.port(name));
        }
        assertThat(ports).hasSize(11).contains(publicPort);
    }

    @Test
    void aPortThatWasTakenMeanwhileIsReplacedWhereNothingReliesOnIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackState.in(data).rememberPort("kafka", taken.getLocalPort());

            assertThat(settled(OptionalInt.of(Ports.free())).port("kafka").orElseThrow())
                    .isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void aPortThatWasTakenMeanwhileIsNamedWhereARunningServiceReliesOnIt() throws IOException {
        runs("search-service");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackState.in(data).rememberPort("kafka", taken.getLocalPort());

            assertThatThrownBy(() -> settled(OptionalInt.of(Ports.free())))
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("Port %d of kafka".formatted(taken.getLocalPort()))
                    .hasMessageContaining("search-service still looks for it there");
        }
    }

    @Test
    void thePublicPortDoesNotChangeWhileItIsServed() throws IOException {
        StackState.in(data).rememberPort(Stack.PUBLIC, 9000);
        runs(Stack.PUBLIC);

        assertThatThrownBy(() -> settled(OptionalInt.of(9001)))
                .isInstanceOf(LocalStackException.class)
                .hasMessage("It already runs on port 9000: ./run stop first, then start it on port 9001.");
    }

    /** As far as the notes say, this very test is the service. */
    private void runs(String service) throws IOException {
        var self = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();
        Files.writeString(Files.createDirectories(data.resolve(service)).resolve("pid"), self.toString());
    }

    private StackState settled(OptionalInt publicPort) {
        var state = StackState.in(data);
        new PortPlan(state, new Stack(new Layout(data, data), state)).settle(publicPort);
        return StackState.in(data);
    }
}
