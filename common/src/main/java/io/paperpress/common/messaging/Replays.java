package io.paperpress.common.messaging;

import io.paperpress.common.events.Event;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics again: for whoever keeps nothing that cannot be made anew from them. */
public final class Replays {

    private static final int RECORDS_AT_ONCE = 1000;

    private final Map<String, Object> settings;

    /** @param settings where the broker is, and what an operator set besides */
    Replays(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.settings.put(
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false); // TopicCreation knows what they are like
        this.settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    /**
     * @param family the sealed family of the topic
     * @throws Unavailable when the broker does not answer
     */
    public <E extends Event> Replay<E> of(String topic, Class<E> family) {
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return new Replay<>(consumer, topic, EventTypes.of(family));
    }
}
