package io.paperpress.common.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts aside what cannot be handled: the record as it came, and why, in headers that any Kafka console shows as text.
 *
 * <p>Spring Kafka's own recoverer writes partition and offset as binary and the whole stack trace, so it is not used.
 */
final class DeadLetters {

    static final String TOPIC = "dlt-topic";
    static final String PARTITION = "dlt-partition";
    static final String OFFSET = "dlt-offset";
    static final String AT = "dlt-at";
    static final String EXCEPTION = "dlt-exception";
    static final String MESSAGE = "dlt-message";
    static final String STACKTRACE = "dlt-stacktrace";

    private static final int LONGEST_TEXT = 4_000;
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final Broker broker;
    private final String group;
    private final Clock clock;
    private final MeterRegistry meters;

    DeadLetters(Broker broker, String group, Clock clock, MeterRegistry meters) {
        this.broker = broker;
        this.group = group;
        this.clock = clock;
        this.meters = meters;
    }

    static String topicOf(String topic, String group) {
        return topic + "." + group + ".dlt";
    }

    /** @throws Unavailable when the broker did not take it; the event is then not yet put aside */
    void add(ConsumerRecord<byte[], byte[]> kafkaRecord, Throwable reason) {
        try {
            broker.send(List.of(letter(kafkaRecord, kafkaRecord.value(), reason)));
        } catch (Unprocessable tooLarge) { // a stranger's record, larger than ours may be: where it lies must do
            broker.send(List.of(letter(kafkaRecord, null, reason)));
        }
        log.error(
                "Put {}-{}@{} aside in {}",
                kafkaRecord.topic(),
                kafkaRecord.partition(),
                kafkaRecord.offset(),
                topicOf(kafkaRecord.topic(), group),
                reason);
        meters.counter("paperpress.dead.letters", "topic", kafkaRecord.topic(), "group", group)
                .increment();
    }

    private ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> kafkaRecord, byte @Nullable [] body, Throwable reason) {
        var letter = new ProducerRecord<>(
                topicOf(kafkaRecord.topic(), group),
                null,
                clock.millis(),
                kafkaRecord.key(),
                body,
                kafkaRecord.headers());
        put(letter, TOPIC, kafkaRecord.topic());
        put(letter, PARTITION, String.valueOf(kafkaRecord.partition()));
        put(letter, OFFSET, String.valueOf(kafkaRecord.offset()));
        put(letter, AT, clock.instant().toString());
        put(letter, EXCEPTION, reason.getClass().getName());
        put(letter, MESSAGE, String.valueOf(reason.getMessage()));
        put(letter, STACKTRACE, stackTrace(reason));
        return letter;
    }

    private static void put(ProducerRecord<?, ?> letter, String name, String text) {
        String shortened = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
        letter.headers().remove(name).add(name, shortened.getBytes(UTF_8));
    }

    private static String stackTrace(Throwable reason) {
        var text = new StringWriter();
        reason.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
