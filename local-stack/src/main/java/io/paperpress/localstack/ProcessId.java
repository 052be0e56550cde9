package io.paperpress.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process, told apart from a later one with the same number by the time it started.
 *
 * @param startedAt in clock ticks since the machine was started, as in {@code /proc/<pid>/stat}
 */
public record ProcessId(long pid, long startedAt) {

    // Counted from the state, which follows the program's name in brackets: see proc(5).
    private static final int STATE = 0;
    private static final int START_TIME = 19;

    /** The live process with this number, if there is one. */
    public static Optional<ProcessId> of(long pid) {
        return stat(pid).map(stat -> new ProcessId(pid, Long.parseLong(stat.get(START_TIME))));
    }

    static Optional<ProcessId> parse(String text) {
        String[] parts = text.strip().split(" ", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new ProcessId(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
                    : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    public boolean isAlive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /**
     * Sends a signal to this process, or does nothing where it is gone or its number belongs to another by now.
     *
     * @param signal a name without "SIG", such as {@code TERM}
     */
    void signal(String signal) {
        if (isAlive()) {
            send(signal, List.of(pid));
        }
    }

    /** Sends a signal to this process first, then to all it started. */
    void signalTree(String signal) {
        if (isAlive()) {
            var descendants = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
            send(
                    signal,
                    Stream.concat(Stream.of(pid), descendants.map(ProcessHandle::pid))
                            .toList());
        }
    }

    @Override
    public String toString() {
        return pid + " " + startedAt;
    }

    private static void send(String signal, List<Long> pids) {
        String numbers = String.join(" ", pids.stream().map(String::valueOf).toList());
        try {
            // The shell's own kill: the program of that name is not installed everywhere.
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + numbers)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new LocalStackException("Cannot send signals: a shell (sh) has to be on the PATH.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<List<String>> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            List<String> fields =
                    List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
            // A zombie is dead; some containers have nobody who would collect it.
            return "ZX".contains(fields.get(STATE)) ? Optional.empty() : Optional.of(fields);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
