package io.paperpress.localstack;

import java.io.PrintStream;
import java.util.Locale;

/** Tells on the terminal what happens, with the time since the start. */
final class Progress {

    private static final double NANOS = 1e9;

    private final PrintStream out;
    private final long began = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), line);
        out.flush();
    }

    /** A line without the time. */
    synchronized void plain(String line) {
        out.println(line);
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - began) / NANOS;
    }
}
