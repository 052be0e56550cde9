package io.paperpress.localstack;

/** Something on this machine is missing or in the way; the message says in plain words what to do about it. */
public final class LocalStackException extends RuntimeException {

    public LocalStackException(String message) {
        super(message);
    }

    public LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
