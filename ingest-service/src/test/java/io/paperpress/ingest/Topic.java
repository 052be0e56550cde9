package io.paperpress.ingest;

import io.paperpress.common.testing.BackingServices;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that stands in a topic at this moment. */
public final class Topic {

    /** One record of it. */
    public record Said(String key, Map<String, String> headers, JsonNode body) {

        public String type() {
            return headers.getOrDefault("ce_type", "");
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private Topic() {}

    /** What was said in the batch, in the order of each key. */
    public static List<Said> ofBatch(String topic, String batchId) {
        return read(topic).stream()
                .filter(said -> batchId.equals(said.body().path("batchId").asString()))
                .toList();
    }

    private static List<Said> read(String topic) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                BackingServices.kafkaBootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = List.copyOf(consumer.endOffsets(partitions).entrySet());
            var said = new ArrayList<Said>();
            while (ends.stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> said.add(said(one)));
            }
            return said;
        }
    }

    private static Said said(ConsumerRecord<String, String> one) {
        var headers = StreamSupport.stream(one.headers().spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value(), StandardCharsets.UTF_8)));
        return new Said(one.key(), headers, JSON.readTree(one.value()));
    }
}
