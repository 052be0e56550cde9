package io.paperpress.common.messaging;

import java.lang.reflect.Type;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Hands a batch over as the records it is made of.
 *
 * <p>Spring Kafka's converter would map every header of every record and deliver them as parallel lists; what
 * {@link Deliveries} needs (topic, partition, offset, headers, key, body or tombstone) all stands in the record.
 */
final class RawRecords implements BatchMessageConverter {

    private static final byte[] TOMBSTONE = {};

    @Override
    public Message<?> toMessage(
            List<ConsumerRecord<?, ?>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer,
            Type payloadType) {
        List<Object> bodies = records.stream()
                .<Object>map(each -> each.value() == null ? TOMBSTONE : each.value())
                .toList();
        return MessageBuilder.withPayload(bodies)
                .setHeader(KafkaHeaders.RAW_DATA, records)
                .build();
    }

    @Override
    public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
        throw new UnsupportedOperationException("Events leave through EventPublisher or Outbox");
    }
}
