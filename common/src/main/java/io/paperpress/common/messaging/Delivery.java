package io.paperpress.common.messaging;

import static java.util.Objects.requireNonNull;

import io.paperpress.common.events.Event;
import java.time.Instant;

/**
 * An event as it arrived.
 *
 * @param id {@code ce_id}: the same for every delivery of one event
 * @param time {@code ce_time}: when it was said
 */
public record Delivery<E extends Event>(String id, Instant time, E event) {

    public Delivery {
        requireNonNull(id, "id");
        requireNonNull(time, "time");
        requireNonNull(event, "event");
    }
}
