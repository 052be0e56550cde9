package io.paperpress.catalog.lookup;

/** A registry answered something that it is not known to answer. */
final class UnreadableAnswer extends RuntimeException {

    UnreadableAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
