package io.paperpress.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessIdTest {

    @Test
    void aRunningProcessIsAlive() {
        var self = ProcessId.of(ProcessHandle.current().pid()).orElseThrow();

        assertThat(self.isAlive()).isTrue();
        assertThat(ProcessId.parse(self.toString())).contains(self);
    }

    @Test
    void aNumberThatBelongsToALaterProcessIsNotTheProcess() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            long startedAt = ProcessId.of(other.pid()).orElseThrow().startedAt();
            var earlier = new ProcessId(other.pid(), startedAt - 1);

            earlier.signal("KILL");
            earlier.signalTree("KILL");

            assertThat(earlier.isAlive()).isFalse();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(ProcessId.of(other.pid())).isEmpty();
    }

    /** Some containers have nobody who collects the dead. */
    @Test
    void aZombieIsDead() throws IOException, InterruptedException {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & echo $!; exec sleep 60").start();
        try (var reader = parent.inputReader()) {
            long child = Long.parseLong(reader.readLine());

            assertThat(Wait.until(
                            Duration.ofSeconds(5), () -> ProcessId.of(child).isEmpty()))
                    .isTrue();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    @Test
    void aDamagedNoteNamesNoProcess() {
        assertThat(ProcessId.parse("")).isEmpty();
        assertThat(ProcessId.parse("12 x")).isEmpty();
        assertThat(ProcessId.parse("12")).isEmpty();
    }
}
