package io.paperpress.common.messaging;

import static java.util.Objects.requireNonNull;

import io.paperpress.common.events.Event;

/**
 * An event with its address.
 *
 * @param topic one of {@link io.paperpress.common.events.Topics}
 * @param key what its order is kept by
 */
public record OutgoingEvent(String topic, String key, Event event) {

    public OutgoingEvent {
        requireNonNull(topic, "topic");
        requireNonNull(key, "key");
        requireNonNull(event, "event");
    }
}
