package io.paperpress.ingest.format;

/** Text that goes wrong at one place; the message, which names the place, is for the submitter. */
final class UnreadableAt extends RuntimeException {

    private final int line;

    UnreadableAt(int line, int column, String message) {
        super("Line %d, column %d: %s".formatted(line, column, message));
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
