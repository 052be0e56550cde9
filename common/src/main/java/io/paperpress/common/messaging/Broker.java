package io.paperpress.common.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/** The only way out: records that are sent together, and acknowledged by the broker before the call returns. */
final class Broker implements AutoCloseable {

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final KafkaTemplate<byte[], byte[]> template;
    private final long timeoutNanos;

    /**
     * @param settings where the broker is, and what an operator set besides
     * @param timeout within which {@link #send} returns, whatever the broker does
     */
    Broker(Map<String, Object> settings, Duration timeout) {
        producers = new DefaultKafkaProducerFactory<>(lossless(settings, timeout));
        template = new KafkaTemplate<>(producers);
        template.setProducerListener(new ProducerListener<>() {}); // else it logs every record of an outage
        timeoutNanos = timeout.toNanos();
    }

    private static Map<String, Object> lossless(Map<String, Object> settings, Duration timeout) {
        var lossless = new HashMap<>(settings);
        lossless.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        lossless.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        lossless.put(ProducerConfig.ACKS_CONFIG, "all");
        lossless.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        lossless.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        lossless.put(
                ProducerConfig.LINGER_MS_CONFIG, 0); // a sender waits for its last record: lingering only delays it
        lossless.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, CloudEvents.LARGEST_BODY + TopicCreation.HEADERS_AND_KEY);
        // Half for getting rid of the records, the other half for the acknowledgements.
        lossless.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis() / 2);
        lossless.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis() / 2);
        lossless.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        return lossless;
    }

    /**
     * Sends in order, all at once, and waits for every acknowledgement.
     *
     * @throws Unavailable when the broker did not acknowledge every record in time; some may have arrived
     * @throws Unprocessable when a record is too large to travel
     */
    void send(List<ProducerRecord<byte[], byte[]>> kafkaRecords) {
        long start = System.nanoTime();
        List<CompletableFuture<?>> acknowledgements = new ArrayList<>(kafkaRecords.size());
        try {
            for (var kafkaRecord : kafkaRecords) {
                acknowledgements.add(template.send(kafkaRecord));
                if (System.nanoTime() - start > timeoutNanos / 2) {
                    throw new TimeoutException("the broker takes records too slowly");
                }
            }
            CompletableFuture.allOf(acknowledgements.toArray(CompletableFuture[]::new))
                    .get(timeoutNanos - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | KafkaException e) {
            throw translated(e);
        } catch (TimeoutException e) {
            throw new Unavailable("Kafka did not acknowledge in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for Kafka", e);
        }
    }

    private static RuntimeException translated(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException) {
                return new Unprocessable("Too large for Kafka: " + cause.getMessage(), e);
            }
        }
        return new Unavailable("Kafka did not acknowledge: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        producers.destroy();
    }
}
