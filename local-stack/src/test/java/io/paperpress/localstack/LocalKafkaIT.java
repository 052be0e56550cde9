package io.paperpress.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaIT {

    @TempDir
    static Path directory;

    static LocalKafka kafka;

    @BeforeAll
    static void start() {
        kafka = new LocalKafka(directory, 0);
        kafka.start();
    }

    @AfterAll
    static void stop() {
        kafka.stop();
        assertThat(kafka.isRunning()).isFalse();
    }

    @Test
    void keepsItsRecordsWhenItIsStoppedAndStarted() throws Exception {
        createTopic("stopped");
        send("stopped", "one");

        kafka.stop();
        kafka.start();

        assertThat(records("stopped", 1)).containsExactly("one");
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilled() throws Exception {
        createTopic("killed");
        send("killed", "one", "two", "three");

        kafka.kill();
        assertThat(kafka.isRunning()).isFalse();
        kafka.start();

        assertThat(records("killed", 3)).containsExactly("one", "two", "three");
    }

    @Test
    void doesNotCreateTopicsOnItsOwn() {
        assertThatThrownBy(() -> send("nobody-made-this", "one")).hasMessageContaining("nobody-made-this");
    }

    @Test
    void doesNotAnswerWhilePaused() {
        kafka.pause();
        assertThat(kafka.isRunning()).isTrue();
        assertThat(kafka.isReady()).isFalse();
        kafka.resume();

        assertThat(kafka.isReady()).isTrue();
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path other) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new LocalKafka(other, taken.getLocalPort()).start())
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining("Port %d, which kafka needs, is taken".formatted(taken.getLocalPort()));
        }
    }

    private static void createTopic(String name) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static void send(String topic, String... values)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "max.block.ms", "3000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, value)).get(10, TimeUnit.SECONDS);
            }
        }
    }

    private static List<String> records(String topic, int expected) {
        var values = new ArrayList<String>();
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            for (int polls = 0; polls < 30 && values.size() < expected; polls++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(received -> values.add(received.value()));
            }
        }
        return values;
    }
}
