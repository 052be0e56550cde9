package io.paperpress.common.messaging;

import io.paperpress.common.events.Event;
import java.util.List;

/** Remembers which events a service has handled, in the same transaction as the work. */
public interface Inbox {

    /** Those of the batch that were never handled before, marked as handled now. Must be called inside a transaction. */
    <E extends Event> List<Delivery<E>> firstTime(List<Delivery<E>> batch);
}
