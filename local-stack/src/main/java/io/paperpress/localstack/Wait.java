package io.paperpress.localstack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something to come true. */
final class Wait {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Wait() {}

    /** Whether the condition came true in time. */
    static boolean until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
