package io.paperpress.ingest.format;

/** An entry that cannot be read; the message is for the submitter. */
final class UnreadableEntry extends RuntimeException {

    private final int line;

    /** @param line 1-based line of the body where it goes wrong */
    UnreadableEntry(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
