package io.paperpress.catalog.outbound;

import java.time.Duration;

/** What came of a question to a host on the internet. */
public sealed interface Answer {

    /** The content of the address. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Found(byte[] body) implements Answer {}

    /** The host knows no such thing. */
    record Missing() implements Answer {}

    /**
     * The host asks to come again, or could not be reached.
     *
     * @param pause how long it asks to wait, zero where it does not say
     */
    record Later(Duration pause, String why) implements Answer {}

    /** Asking again would not help. */
    record Refused(String why) implements Answer {}
}
