package io.paperpress.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackStateTest {

    @TempDir
    Path data;

    @Test
    void portsAndPasswordsAreFoundAgain() {
        var state = StackState.in(data);
        state.rememberPort("kafka", 23_456);
        String password = state.password("catalog");

        var again = StackState.in(data);

        assertThat(again.port("kafka")).hasValue(23_456);
        assertThat(again.password("catalog")).isEqualTo(password).hasSize(32);
        assertThat(again.password("ingest")).isNotEqualTo(password);
    }

    @Test
    void aFreshPlaceKnowsNothingAndIsNotWrittenToByLooking() {
        var state = StackState.in(data.resolve("nowhere"));

        assertThat(state.port("kafka")).isEmpty();
        assertThat(state.samplesAreSettled()).isFalse();
        assertThat(data.resolve("nowhere")).doesNotExist();
    }

    @Test
    void rememberingTheSamplesKeepsWhatAnotherRunHasWritten() {
        var first = StackState.in(data);
        StackState.in(data).rememberPort("kafka", 23_456);

        first.rememberSamples(true);

        assertThat(StackState.in(data).port("kafka")).hasValue(23_456);
        assertThat(StackState.in(data).samplesAreSettled()).isTrue();
    }

    @Test
    void theFileIsForItsOwnerOnly() throws IOException {
        StackState.in(data).password("catalog");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("state.properties"))))
                .isEqualTo("rw-------");
    }
}
