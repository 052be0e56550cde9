package io.paperpress.localstack;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Gives every process its port: the one it had before, or another where that is taken and nobody relies on it. */
final class PortPlan {

    private static final int DEFAULT_PUBLIC_PORT = 8080;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final StackState state;
    private final Stack running;

    PortPlan(StackState state, Stack running) {
        this.state = state;
        this.running = running;
    }

    void settle(OptionalInt publicPort) {
        settlePublic(publicPort);
        Stream.concat(Stack.BACKING.stream(), Stack.SERVICES.stream())
                .filter(name -> !name.equals(Stack.PUBLIC) && !isRunning(name))
                .forEach(name -> settle(name, dependants(name)));
        Stack.SERVICES.stream()
                .filter(name -> !isRunning(name))
                .forEach(name -> settle(Stack.management(name), List.of()));
    }

    private void settlePublic(OptionalInt wanted) {
        int before = state.port(Stack.PUBLIC).orElse(DEFAULT_PUBLIC_PORT);
        int port = wanted.orElse(before);
        if (isRunning(Stack.PUBLIC)) {
            if (port != before) {
                throw new LocalStackException("It already runs on port %d: ./run stop first, then start it on port %d."
                        .formatted(before, port));
            }
            return;
        }
        if (!isFree(port)) {
            throw new LocalStackException(
                    "Port %d is taken by another program: choose another with --port N.".formatted(port));
        }
        state.rememberPort(Stack.PUBLIC, port);
    }

    private void settle(String name, List<String> dependants) {
        OptionalInt before = state.port(name);
        if (before.isPresent() && isFree(before.getAsInt())) {
            return;
        }
        if (before.isPresent() && !dependants.isEmpty()) {
            throw new LocalStackException(
                    "Port %d of %s was taken by another program, and %s still looks for it there: ./run stop, then ./run."
                            .formatted(before.getAsInt(), name, String.join(", ", dependants)));
        }
        state.rememberPort(name, Ports.free());
    }

    private List<String> dependants(String name) {
        var users = Stack.BACKING.contains(name) ? Stack.SERVICES : List.of(Stack.PUBLIC);
        return users.stream().filter(this::isRunning).toList();
    }

    private boolean isRunning(String name) {
        return running.process(name).isRunning();
    }

    // What was killed a moment ago may still hold its port.
    private static boolean isFree(int port) {
        return Wait.until(PATIENCE, () -> Ports.isFree(port));
    }
}
