package io.paperpress.common.messaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics of {@code topics.yaml} that are missing, and changes none that is there: more partitions would send
 * a key's events elsewhere, so that is an operator's decision.
 *
 * <p>Tried once before the consumers start. Where the broker is not there yet, the service starts all the same, and the
 * topics are created when it comes.
 */
final class TopicCreation implements SmartLifecycle {

    /** Room in a Kafka record for what stands around the largest body. */
    static final int HEADERS_AND_KEY = 777_216;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String FOR_EVER = "-1";
    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);

    private final Map<String, Object> adminSettings;
    private final List<NewTopic> topics;
    private volatile @Nullable Thread waiting;
    private volatile boolean running;

    TopicCreation(Map<String, Object> adminSettings, Map<String, MessagingSettings.Topic> topics) {
        this.adminSettings = new HashMap<>(adminSettings);
        this.adminSettings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.adminSettings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.topics = topics.entrySet().stream()
                .flatMap(entry -> withDeadLetters(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<NewTopic> withDeadLetters(String name, MessagingSettings.Topic topic) {
        var retention = topic.retention();
        Map<String, String> configs = Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                topic.compact() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                retention == null ? FOR_EVER : String.valueOf(retention.toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                String.valueOf(CloudEvents.LARGEST_BODY + HEADERS_AND_KEY));
        Map<String, String> forDeadLetters = Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                FOR_EVER,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                String.valueOf(CloudEvents.LARGEST_BODY + 2 * HEADERS_AND_KEY));
        return Stream.concat(
                Stream.of(topic(name, topic.partitions(), configs)),
                topic.groups().stream().map(group -> topic(DeadLetters.topicOf(name, group), 1, forDeadLetters)));
    }

    /** The replication factor is the broker's default: one on one machine, three on a cluster. */
    private static NewTopic topic(String name, int partitions, Map<String, String> configs) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configs);
    }

    @Override
    public void start() {
        running = true;
        if (!created()) {
            waiting = Thread.ofVirtual().name("topic-creation").start(this::keepTrying);
        }
    }

    private void keepTrying() {
        try {
            do {
                Thread.sleep(PAUSE);
            } while (!created());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stopped before the broker came
        }
    }

    private boolean created() {
        try (Admin admin = Admin.create(adminSettings)) {
            Set<String> present = admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            var missing = topics.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            for (var result : admin.createTopics(missing).values().entrySet()) {
                finish(result.getKey(), result.getValue());
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            log.warn("Kafka does not answer yet, so its topics cannot be created: {}", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void finish(String topic, KafkaFuture<Void> creation)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            creation.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            log.info("Created topic {}", topic);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // another service was quicker
                throw e;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread thread = waiting;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the bindings of Spring Cloud Stream, which look their topics up. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
