package io.paperpress.common.messaging;

/** Something that is needed to do the work is away; the same call may succeed later. */
public final class Unavailable extends RuntimeException {

    /** @param message which dependency is away, for an operator */
    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether an exception says, in whatever words, that something is away: the broker, the database, a connection. */
    public static boolean isBehind(Throwable thrown) {
        return Failure.of(thrown) == Failure.OUTAGE;
    }
}
