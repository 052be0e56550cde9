package io.paperpress.ingest.format;

/** A row of a table that cannot be read; the message is for the submitter. */
final class UnreadableRow extends RuntimeException {

    UnreadableRow(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
