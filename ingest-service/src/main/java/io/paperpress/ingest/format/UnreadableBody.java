package io.paperpress.ingest.format;

/** Nothing of a body can be read; the message tells the submitter why. */
public final class UnreadableBody extends RuntimeException {

    public UnreadableBody(String message) {
        super(message);
    }
}
