package io.paperpress.common.messaging;

import io.paperpress.common.events.Event;
import java.util.List;

/**
 * What a service does with a batch of events.
 *
 * <p>A batch keeps the order of its partitions, may repeat what was delivered before, and is handled as a whole or not
 * at all: after an exception it comes again, whole or in parts. Throw {@link Unavailable} when something that is needed
 * is away, {@link Unprocessable} when an event can never be handled; any other exception counts as a bug. What the
 * domain refuses is no exception but an event.
 */
@FunctionalInterface
public interface EventHandler<E extends Event> {

    void handle(List<Delivery<E>> batch);
}
