package io.paperpress.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardIT {

    @TempDir
    Path directory;

    @Test
    void aServerDoesNotOutliveTheProgramThatStartedItEvenWhenThatIsKilled() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Programs.java().resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = program.inputReader().readLine();
        ProcessId server = ProcessId.parse(line).orElseThrow();
        assertThat(server.isAlive()).isTrue();

        program.destroyForcibly().waitFor();

        await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
    }

    /** A program that starts PostgreSQL and waits. */
    static final class Starter {

        private Starter() {}

        public static void main(String[] args) throws InterruptedException {
            var postgres = new LocalPostgres(Path.of(args[0]), 0);
            postgres.start();
            System.out.println(postgres.process().orElseThrow());
            Thread.sleep(Duration.ofMinutes(5));
        }
    }
}
