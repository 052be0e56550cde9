package io.paperpress.common.messaging;

import io.paperpress.common.events.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * One reading of a whole topic, from its beginning, beside the groups that follow it and without moving them.
 *
 * <p>The end moves while one reads, so a reader sets itself a mark and goes as far as that. Not for use by several threads.
 */
public final class Replay<E extends Event> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<String, Class<? extends E>> types;
    private final List<TopicPartition> partitions;
    private Map<TopicPartition, Long> mark;

    Replay(Consumer<byte[], byte[]> consumer, String topic, Map<String, Class<? extends E>> types) {
        this.consumer = consumer;
        this.types = types;
        try {
            this.partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            this.mark = consumer.endOffsets(partitions);
        } catch (KafkaException e) {
            consumer.close();
            throw unavailable(e);
        }
    }

    /**
     * Puts the mark to where the topic ends now.
     *
     * @throws Unavailable when the broker does not answer
     */
    public void mark() {
        try {
            mark = consumer.endOffsets(partitions);
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    /**
     * Records between here and the mark; 0 once it is reached.
     *
     * @throws Unavailable when the broker does not answer
     */
    public long behind() {
        try {
            return mark.entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                    .sum();
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    /**
     * What comes next, without the records that nobody can read: those stand in dead letter topics.
     *
     * @return empty when nothing came for a moment
     * @throws Unavailable when the broker does not answer
     */
    public List<E> next() {
        try {
            var events = new ArrayList<E>();
            for (ConsumerRecord<byte[], byte[]> kafkaRecord : consumer.poll(PATIENCE)) {
                switch (Arrival.of(kafkaRecord, types)) {
                    case Arrival.Readable<E> readable ->
                        events.add(readable.delivery().event());
                    case Arrival.Unreadable<E> unreadable -> {
                        // nothing to be had from it
                    }
                }
            }
            return events;
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    private static Unavailable unavailable(KafkaException e) {
        return new Unavailable("Kafka does not answer: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
