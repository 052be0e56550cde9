package io.paperpress.localstack;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What {@code ./run} starts: brings everything up on this machine, shows it, and takes it down again. */
public final class Launcher {

    private static final int FAILED = 1;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Options options;
    private final Layout layout;
    private final Progress progress = new Progress(System.out);
    private final Conductor conductor = new Conductor(progress);

    private Launcher(Options options) {
        this.options = options;
        this.layout = Layout.of(options);
    }

    public static void main(String[] args) {
        System.exit(status(args));
    }

    private static int status(String... args) {
        try {
            return new Launcher(Options.parse(args)).run();
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            return FAILED;
        }
    }

    private int run() {
        return switch (options.verb()) {
            case START -> start();
            case STOP -> stop();
            case PS -> show();
            case TOKEN -> say(stack().tokens().issue(options.subject(), options.role()));
            case HELP -> say(Options.HELP.stripTrailing());
        };
    }

    private int start() {
        layout.created();
        var end = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(end);
        Stack stack;
        try {
            stack = startAll();
        } catch (LocalStackException e) {
            if (conductor.isUndone()) {
                return FAILED; // Ctrl-C, or ./run stop: the hook tells.
            }
            conductor.undo();
            throw e;
        }
        if (options.detach()) {
            Runtime.getRuntime().removeShutdownHook(end);
        }
        boolean imported = importSamples(stack);
        say(Welcome.text(stack.origin(), layout, options, progress.seconds()));
        if (!options.detach()) {
            watch(stack);
            Runtime.getRuntime().removeShutdownHook(end);
        }
        return imported ? 0 : FAILED;
    }

    private Stack startAll() {
        try (var lock = RunLock.take(layout.data(), progress)) {
            var state = StackState.in(layout.data());
            new PortPlan(state, new Stack(layout, state)).settle(options.port());
            var stack = new Stack(layout, state);
            conductor.start(stack.backing());
            stack.createDatabases();
            conductor.start(stack.services());
            return stack;
        }
    }

    /** Whether nothing is left to be done; a failure leaves everything running. */
    private boolean importSamples(Stack stack) {
        var state = StackState.in(layout.data());
        if (state.samplesAreSettled()) {
            return true;
        }
        if (!options.samples()) {
            state.rememberSamples(false);
            return true;
        }
        Optional<RunLock> lock = RunLock.tryTake(layout.data(), "import");
        if (lock.isEmpty()) {
            progress.say("Another ./run imports the sample lists");
            return true;
        }
        try (RunLock mine = lock.get()) {
            new SampleImport(stack.origin(), stack.tokens().issue("samples", "contributor"), progress)
                    .run(layout.sample("efficient-papers.md"), layout.sample("materials.md"));
            state.rememberSamples(true);
            return true;
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    /** Stays until everything has ended, and tells when one process has. */
    private void watch(Stack stack) {
        Set<String> ended = new HashSet<>();
        while (stack.all().stream().anyMatch(ManagedProcess::isRunning)) {
            Wait.until(BETWEEN_LOOKS, () -> false);
            for (ManagedProcess process : stack.all()) {
                if (process.isRunning()) {
                    ended.remove(process.name());
                } else if (ended.add(process.name())) {
                    progress.say("%s has ended; see %s. Another ./run --detach starts it again."
                            .formatted(process.name(), process.logFile()));
                }
            }
        }
    }

    /** Runs when this program is told to end. */
    private void end() {
        conductor.undo();
        if (!options.detach()) {
            stopAll();
        }
    }

    private int stop() {
        if (!Files.isDirectory(layout.data())) {
            return say("Nothing was ever started in %s.".formatted(layout.data()));
        }
        Optional<RunLock> free = RunLock.tryTake(layout.data(), "run");
        if (free.isEmpty()) {
            RunLock.holder(layout.data()).ifPresent(start -> start.signal("TERM"));
        }
        try (RunLock lock = free.orElseGet(() -> RunLock.take(layout.data(), progress))) {
            stopAll();
        }
        return say("Nothing runs in %s.".formatted(layout.data()));
    }

    private void stopAll() {
        Stack stack = stack();
        conductor.stop(stack.services());
        conductor.stop(stack.backing());
    }

    private int show() {
        var table = ProcessTable.of(stack().all());
        return say(options.json() ? table.json() : table.text());
    }

    private Stack stack() {
        return new Stack(layout, StackState.in(layout.data()));
    }

    private int say(String text) {
        progress.plain(text);
        return 0;
    }
}
