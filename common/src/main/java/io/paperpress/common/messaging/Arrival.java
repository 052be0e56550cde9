package io.paperpress.common.messaging;

import io.paperpress.common.events.Event;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of a batch, read or found unreadable. */
sealed interface Arrival<E extends Event> {

    ConsumerRecord<byte[], byte[]> kafkaRecord();

    record Readable<E extends Event>(ConsumerRecord<byte[], byte[]> kafkaRecord, Delivery<E> delivery)
            implements Arrival<E> {}

    record Unreadable<E extends Event>(ConsumerRecord<byte[], byte[]> kafkaRecord, Unprocessable reason)
            implements Arrival<E> {}

    static <E extends Event> Arrival<E> of(
            ConsumerRecord<byte[], byte[]> kafkaRecord, Map<String, Class<? extends E>> types) {
        try {
            return new Readable<>(kafkaRecord, CloudEvents.decode(kafkaRecord, types));
        } catch (Unprocessable e) {
            return new Unreadable<>(kafkaRecord, e);
        }
    }
}
