package io.paperpress.localstack;

import java.util.concurrent.TimeUnit;

/** Runs short helper programs to their end. */
final class Commands {

    private static final int PATIENCE_SECONDS = 120;
    private static final int NEVER_ENDED = -1;

    private Commands() {}

    static int exitCode(Process process) {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return NEVER_ENDED;
    }
}
