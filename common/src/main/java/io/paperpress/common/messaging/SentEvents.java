package io.paperpress.common.messaging;

import java.util.List;

/**
 * Hears what leaves the outbox, in the transaction that takes it out. Of all transactions of a database one at a time does
 * that: what a hearer numbers is seen in the order of its numbers.
 */
public interface SentEvents {

    /**
     * An event that the broker has.
     *
     * @param type simple name of its record, such as {@code PaperCatalogued}
     * @param body JSON
     */
    record SentEvent(String topic, String key, String type, String body) {

        static SentEvent of(EncodedEvent event) {
            String type = event.type().substring(event.type().lastIndexOf('.') + 1);
            return new SentEvent(event.topic(), event.key(), type, event.body());
        }
    }

    /** In the order in which they left; after a rollback the same may come again. */
    void sent(List<SentEvent> events);
}
