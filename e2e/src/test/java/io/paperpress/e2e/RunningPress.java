package io.paperpress.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Paperpress as an operator has it: started, listed and stopped by {@code ./run}, in a data directory of its own. */
final class RunningPress implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("paperpress.root", ".."));
    private static final Duration START = Duration.ofMinutes(6);

    private final Path data;
    private final int port;
    private final List<String> options;

    private RunningPress(Path data, int port, List<String> options) {
        this.data = data;
        this.port = port;
        this.options = options;
    }

    /** Starts everything on a fresh data directory and returns when {@code ./run} says that it is ready. */
    static RunningPress start(String name, String... options) {
        try {
            Path data = Files.createTempDirectory("paperpress-" + name + "-");
            var press = new RunningPress(data, freePort(), List.of(options));
            press.startWhatIsNotRunning();
            return press;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startWhatIsNotRunning() {
        var words = new ArrayList<>(List.of("--detach", "--port", String.valueOf(port)));
        words.addAll(options);
        System.out.println(run(words.toArray(String[]::new)));
    }

    URI origin() {
        return URI.create("http://localhost:" + port);
    }

    String token(String role) {
        return run("token", "--role", role).strip();
    }

    /** {@code kill -9} of one process. */
    void kill(String name) {
        for (JsonNode process : JsonMapper.shared().readTree(run("ps", "--json"))) {
            if (process.path("name").asString().equals(name)) {
                ProcessHandle.of(process.path("pid").asLong()).orElseThrow().destroyForcibly();
                return;
            }
        }
        throw new IllegalArgumentException("Not among the processes: " + name);
    }

    @Override
    public void close() {
        System.out.println(run("stop"));
        deleteData();
    }

    private void deleteData() {
        try (var files = Files.walk(data)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String... words) {
        var command = new ArrayList<String>();
        command.add(ROOT.resolve("run").toAbsolutePath().normalize().toString());
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("--data", data.toString()));
        try {
            Path output = Files.createTempFile("paperpress-run", ".txt");
            var process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            boolean ended = process.waitFor(START.toSeconds(), TimeUnit.SECONDS);
            String said = Files.readString(output);
            Files.delete(output);
            if (!ended) {
                process.destroyForcibly();
            }
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
