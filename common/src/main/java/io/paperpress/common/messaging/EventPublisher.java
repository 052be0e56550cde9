package io.paperpress.common.messaging;

import java.util.List;

/** Sends events and waits for the broker's word. */
public interface EventPublisher {

    /**
     * Sends all events and returns when the broker has acknowledged every one, in the order given for each key.
     *
     * @throws Unavailable when the broker did not acknowledge in time; some of the events may have arrived
     */
    void publish(List<OutgoingEvent> events);
}
