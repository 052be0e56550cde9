package io.paperpress.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Only one {@code ./run} at a time may start or stop something in a data directory. */
final class RunLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final FileLock lock;

    private RunLock(FileLock lock) {
        this.lock = lock;
    }

    /** Waits for another {@code ./run} to finish its start or stop. */
    static RunLock take(Path data, Progress progress) {
        Optional<RunLock> mine = tryTake(data, "run");
        if (mine.isPresent()) {
            return mine.get();
        }
        progress.say("Waiting for another ./run on " + data);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Wait.until(Duration.ofMillis(200), () -> false);
            mine = tryTake(data, "run");
            if (mine.isPresent()) {
                return mine.get();
            }
        }
        throw new LocalStackException(
                "Another ./run still starts or stops %s: wait for it, or end it.".formatted(data));
    }

    static Optional<RunLock> tryTake(Path data, String name) {
        Path file = data.resolve(name + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            String self = ProcessId.of(ProcessHandle.current().pid())
                    .map(ProcessId::toString)
                    .orElse("");
            Files.writeString(file, self);
            return Optional.of(new RunLock(lock));
        } catch (IOException e) {
            throw new LocalStackException(
                    "Cannot write %s (%s): choose another place with --data DIR.".formatted(file, e), e);
        }
    }

    /** The {@code ./run} that starts or stops something, if it can be told. */
    static Optional<ProcessId> holder(Path data) {
        try {
            Path file = data.resolve("run.lock");
            return Files.exists(file)
                    ? ProcessId.parse(Files.readString(file)).filter(ProcessId::isAlive)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new LocalStackException("Cannot release the lock (%s): try again.".formatted(e), e);
        }
    }
}
