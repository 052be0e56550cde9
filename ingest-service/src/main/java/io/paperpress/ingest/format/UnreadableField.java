package io.paperpress.ingest.format;

/** A field of an entry that cannot be read; the message is for the submitter. */
final class UnreadableField extends RuntimeException {

    private final String pointer;

    UnreadableField(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    /** JSON Pointer into the entry (RFC 6901). */
    String pointer() {
        return pointer;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
