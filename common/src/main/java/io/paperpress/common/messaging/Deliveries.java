package io.paperpress.common.messaging;

import io.paperpress.common.events.Event;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Turns an {@link EventHandler} into the consumer function that Spring Cloud Stream binds to a topic. */
public final class Deliveries {

    private final DeadLetters deadLetters;
    private final Outages outages;
    private final Tracing tracing;
    private final MessagingSettings settings;

    Deliveries(DeadLetters deadLetters, Outages outages, Tracing tracing, MessagingSettings settings) {
        this.deadLetters = deadLetters;
        this.outages = outages;
        this.tracing = tracing;
        this.settings = settings;
    }

    /**
     * A consumer of batches of one topic that gives a failure one of four answers: it waits for what is away as long as
     * it takes, puts aside at once what can never be handled, puts aside after a few tries what fails for an unknown
     * reason, and never sees what the domain refuses, for that is an event.
     *
     * <p>While the handler works, the trace context of the first event it was given is current: the event's own where
     * it comes alone, as under light load, and one for all where a batch comes together.
     *
     * @param type the sealed family of the topic; a record of any other type is put aside
     */
    public <E extends Event> Consumer<Message<List<byte[]>>> of(Class<E> type, EventHandler<E> handler) {
        var types = EventTypes.of(type);
        return message -> {
            List<Arrival<E>> batch = records(message).stream()
                    .<Arrival<E>>map(kafkaRecord -> Arrival.of(kafkaRecord, types))
                    .toList();
            new Turn<>(handler, deadLetters, outages, tracing, settings).take(batch);
        };
    }

    @SuppressWarnings("unchecked") // put there by RawRecords; the binding's deserializers are byte[] on both sides
    private static List<ConsumerRecord<byte[], byte[]>> records(Message<List<byte[]>> message) {
        Object kafkaRecords = message.getHeaders().get(KafkaHeaders.RAW_DATA);
        if (kafkaRecords == null) {
            throw new IllegalStateException("The binding does not use the converter paperpressRecords in batch mode");
        }
        return (List<ConsumerRecord<byte[], byte[]>>) kafkaRecords;
    }
}
