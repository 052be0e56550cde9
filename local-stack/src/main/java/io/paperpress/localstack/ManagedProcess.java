package io.paperpress.localstack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A server as a process of its own, with a directory, a log file and one port on the loopback address.
 *
 * <p>Its process id is kept in the directory, so that another program on the same directory finds it running.
 */
public abstract class ManagedProcess {

    private static final Duration PATIENCE_TO_START = Duration.ofSeconds(240);
    private static final Duration PATIENCE_FOR_PORT = Duration.ofSeconds(3);
    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(30);
    private static final Duration PATIENCE_TO_DIE = Duration.ofSeconds(10);

    private final String name;
    private final Place place;

    ManagedProcess(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    /** Writes what the server needs before it starts, and returns its command line. */
    abstract List<String> prepare() throws IOException;

    /** Whether the server does its work: not just listens, but answers. */
    abstract boolean answers();

    /** What the server gets in its environment beyond what this program has. */
    Map<String, String> environment() {
        return Map.of();
    }

    /** The process that stays, for servers whose first process only starts the real one. */
    Optional<ProcessId> settled(Process started) throws IOException, InterruptedException {
        return ProcessId.of(started.pid());
    }

    /** The signal that asks the server to end in an orderly way. */
    String stopSignal() {
        return "TERM";
    }

    public final String name() {
        return name;
    }

    public final int port() {
        return place.port();
    }

    public final Path logFile() {
        return place.log();
    }

    public final Path directory() {
        return place.directory();
    }

    /** The running process, if it runs. */
    public final Optional<ProcessId> process() {
        try {
            return Files.exists(pidFile())
                    ? ProcessId.parse(Files.readString(pidFile())).filter(ProcessId::isAlive)
                    : Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    public final boolean isRunning() {
        return process().isPresent();
    }

    /** Whether it runs and answers. */
    public final boolean isReady() {
        return isRunning() && answers();
    }

    /**
     * Starts the server and returns when it answers; does nothing but wait where it already runs.
     *
     * @throws LocalStackException with what to do about it, when it cannot start
     */
    public final synchronized void start() {
        if (!isRunning()) {
            // A killed process holds its port for a moment longer than it is seen to live.
            if (!Wait.until(PATIENCE_FOR_PORT, () -> Ports.isFree(port()))) {
                throw new LocalStackException(
                        "Port %d, which %s needs, is taken by another program: stop that program or choose another port."
                                .formatted(port(), name));
            }
            try {
                place.makeReady();
                launch(prepare());
            } catch (IOException e) {
                throw unusable(e);
            }
        }
        awaitAnswer();
    }

    /** Asks the server to end and waits until it has; kills it where it does not. */
    public final synchronized void stop() {
        process().ifPresent(process -> {
            process.signal(stopSignal());
            process.signalTree("CONT");
            if (!Wait.until(PATIENCE_TO_STOP, () -> !process.isAlive())) {
                kill();
            }
        });
    }

    /** Ends the server as a crash would. */
    public final void kill() {
        process().ifPresent(process -> {
            process.signalTree("KILL");
            Wait.until(PATIENCE_TO_DIE, () -> !process.isAlive());
        });
    }

    /** Makes the server hang: it keeps its connections and answers nothing. */
    public final void pause() {
        process().ifPresent(process -> process.signalTree("STOP"));
    }

    public final void resume() {
        process().ifPresent(process -> process.signalTree("CONT"));
    }

    private void launch(List<String> command) throws IOException {
        // A session of its own keeps the terminal's Ctrl-C away: who started the server decides when it ends.
        var detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        var builder = new ProcessBuilder(detached)
                .directory(directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(logFile().toFile()));
        builder.environment().putAll(environment());
        Process started = builder.start();
        ProcessId.of(started.pid()).ifPresent(this::remember);
        try {
            settled(started).ifPresent(this::remember);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The start of %s was interrupted.".formatted(name), e);
        }
    }

    private void remember(ProcessId process) {
        if (place.lifetime() == Lifetime.OF_THIS_PROGRAM) {
            Guard.watch(process);
        }
        try {
            Files.writeString(pidFile(), process.toString(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            process.signalTree("KILL");
            throw unusable(e);
        }
    }

    private void awaitAnswer() {
        BooleanSupplier answeredOrEnded = () -> !isRunning() || answers();
        boolean inTime = Wait.until(PATIENCE_TO_START, answeredOrEnded);
        if (!isRunning()) {
            throw new LocalStackException(
                    "%s ended while it started; the end of %s:%n%s".formatted(name, logFile(), LogTail.of(logFile())));
        }
        if (!inTime) {
            throw new LocalStackException("%s runs but does not answer after %d s; the end of %s:%n%s"
                    .formatted(name, PATIENCE_TO_START.toSeconds(), logFile(), LogTail.of(logFile())));
        }
    }

    private LocalStackException unusable(IOException cause) {
        return new LocalStackException(
                "Cannot start %s in %s (%s): see that there is room on the disk and that you may write there."
                        .formatted(name, directory(), cause),
                cause);
    }

    private Path pidFile() {
        return directory().resolve("pid");
    }
}
