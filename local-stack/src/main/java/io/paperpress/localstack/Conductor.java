package io.paperpress.localstack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Starts and stops many processes at once. */
final class Conductor {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Progress progress;
    private final Queue<ManagedProcess> startedHere = new ConcurrentLinkedQueue<>();
    private final Deque<List<ManagedProcess>> groups = new ConcurrentLinkedDeque<>();
    private volatile boolean starting;
    private volatile boolean undone;

    Conductor(Progress progress) {
        this.progress = progress;
    }

    /** Starts those that do not run, and returns when all answer. */
    void start(List<ManagedProcess> processes) {
        starting = true;
        groups.push(processes);
        try {
            together(processes, this::start);
        } finally {
            starting = false;
        }
    }

    void stop(List<ManagedProcess> processes) {
        together(processes, this::stop);
    }

    /** Ends a start that is under way in another thread, and what it has started. */
    void undo() {
        undone = true;
        do {
            // The last group first: it relies on those before it.
            groups.forEach(
                    group -> stop(group.stream().filter(startedHere::contains).toList()));
        } while (!Wait.until(BETWEEN_LOOKS, () -> !starting));
    }

    boolean isUndone() {
        return undone;
    }

    private void start(ManagedProcess process) {
        if (undone) {
            return;
        }
        boolean ran = process.isRunning();
        if (!ran) {
            startedHere.add(process);
        }
        process.start();
        progress.say("%s %s on port %d".formatted(process.name(), ran ? "runs" : "started", process.port()));
    }

    private void stop(ManagedProcess process) {
        if (process.isRunning()) {
            process.stop();
            progress.say(process.name() + " stopped");
        }
    }

    private static void together(List<ManagedProcess> processes, Consumer<ManagedProcess> step) {
        var steps = new ArrayList<Future<?>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            processes.forEach(process -> steps.add(executor.submit(() -> step.accept(process))));
        }
        steps.forEach(Conductor::rethrow);
    }

    private static void rethrow(Future<?> ended) {
        try {
            ended.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LocalStackException reason ? reason : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
