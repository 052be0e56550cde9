package io.paperpress.common.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperpress.common.testing.BackingServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic as a stranger sees it, with Kafka's own clients. */
record TestTopic(String name) {

    /** Everything that stands in the topic now, in order within each partition. */
    List<ConsumerRecord<byte[], byte[]>> read() {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", BackingServices.kafkaBootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    /** All at once, so that one poll may bring them together. */
    void write(List<ProducerRecord<byte[], byte[]>> records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        BackingServices.kafkaBootstrapServers(),
                        "linger.ms",
                        100,
                        "compression.type",
                        "lz4",
                        "max.request.size",
                        32_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            var sent = records.stream().map(producer::send).toList();
            for (var acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record that need not be an event. */
    ProducerRecord<byte[], byte[]> anything(String key, String body, Map<String, String> headers) {
        var kafkaRecord = new ProducerRecord<>(name, key.getBytes(UTF_8), body.getBytes(UTF_8));
        headers.forEach((header, value) -> kafkaRecord.headers().add(header, value.getBytes(UTF_8)));
        return kafkaRecord;
    }

    static String header(ConsumerRecord<?, ?> kafkaRecord, String name) {
        return String.valueOf(CloudEvents.header(kafkaRecord, name));
    }
}
