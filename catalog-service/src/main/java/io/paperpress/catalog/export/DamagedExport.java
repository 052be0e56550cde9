package io.paperpress.catalog.export;

/** What was given as an export is none, is not whole, or does not fit. */
final class DamagedExport extends RuntimeException {

    private final long line;

    DamagedExport(long line, String why) {
        super(why);
        this.line = line;
    }

    /** From 1. */
    long line() {
        return line;
    }
}
