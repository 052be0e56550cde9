package io.paperpress.common.messaging;

import org.jspecify.annotations.Nullable;

/** An event that can never be handled, however often it is tried. */
public final class Unprocessable extends RuntimeException {

    /** @param message why, for an operator who reads the dead letter */
    public Unprocessable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
