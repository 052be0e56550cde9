package io.paperpress.common.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperpress.common.events.Event;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Events as Kafka records and back: CloudEvents 1.0, Kafka protocol binding, binary mode.
 *
 * <p>That mode is six headers around a JSON body; the CloudEvents SDK would bring three jars, a second event model and
 * its own data wrappers for the same lines, so the binding is written out here.
 */
final class CloudEvents {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String SOURCE = "ce_source";
    static final String TIME = "ce_time";
    static final String SPEC_VERSION = "ce_specversion";
    static final String CONTENT_TYPE = "content-type";
    static final String TRACEPARENT = "traceparent";

    /** Above this a broker would refuse the record; topics are created with a little more. */
    static final int LARGEST_BODY = 16_000_000;

    private static final String VERSION = "1.0";
    private static final String JSON = "application/json";

    private final String source;
    private final Clock clock;
    private final Tracing tracing;

    /** @param source the service that speaks, as a URI reference such as {@code /catalog-service} */
    CloudEvents(String source, Clock clock, Tracing tracing) {
        this.source = source;
        this.clock = clock;
        this.tracing = tracing;
    }

    /** @throws Unprocessable when the event is larger than any broker of ours takes, or no valid JSON can be written */
    EncodedEvent encode(OutgoingEvent outgoing) {
        return new EncodedEvent(
                outgoing.topic(),
                outgoing.key(),
                UUID.randomUUID().toString(),
                EventTypes.nameOf(outgoing.event().getClass()),
                clock.instant(),
                tracing.traceparent(),
                body(outgoing.event()));
    }

    private static String body(Event event) {
        byte[] body;
        try {
            body = EventJson.mapper().writeValueAsBytes(event); // bytes, because they refuse broken Unicode
        } catch (JacksonException e) {
            throw new Unprocessable("Cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
        if (body.length > LARGEST_BODY) {
            throw new Unprocessable("An event of " + body.length + " bytes; at most " + LARGEST_BODY + " travel", null);
        }
        return new String(body, UTF_8);
    }

    ProducerRecord<byte[], byte[]> toRecord(EncodedEvent event) {
        var kafkaRecord = new ProducerRecord<byte[], byte[]>(
                event.topic(),
                null,
                event.time().toEpochMilli(),
                event.key().getBytes(UTF_8),
                event.body().getBytes(UTF_8));
        Map.of(
                        SPEC_VERSION, VERSION,
                        ID, event.id(),
                        TYPE, event.type(),
                        SOURCE, source,
                        TIME, event.time().toString(),
                        CONTENT_TYPE, JSON,
                        TRACEPARENT, event.traceparent())
                .forEach((name, value) -> kafkaRecord.headers().add(name, value.getBytes(UTF_8)));
        return kafkaRecord;
    }

    /**
     * Reads a record as one of the given types.
     *
     * @throws Unprocessable when it is none of them, or does not keep its contract
     */
    static <E extends Event> Delivery<E> decode(
            ConsumerRecord<?, byte[]> kafkaRecord, Map<String, Class<? extends E>> types) {
        String type = required(kafkaRecord, TYPE);
        Class<? extends E> recordType = types.get(type);
        if (recordType == null) {
            throw new Unprocessable("Unknown ce_type " + type, null);
        }
        String id = required(kafkaRecord, ID);
        Instant time = time(required(kafkaRecord, TIME));
        byte @Nullable [] body = kafkaRecord.value();
        if (body == null) {
            throw new Unprocessable("No body: a tombstone is no event", null);
        }
        return new Delivery<>(id, time, read(body, recordType));
    }

    private static <E extends Event> E read(byte[] body, Class<E> type) {
        E event;
        try {
            event = EventJson.mapper().readValue(body, type);
        } catch (JacksonException e) {
            throw new Unprocessable("Not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
        if (event == null) { // the JSON text "null"
            throw new Unprocessable("Not a " + type.getSimpleName() + ": null", null);
        }
        return event;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Unprocessable("ce_time is no time: " + text, e);
        }
    }

    private static String required(ConsumerRecord<?, ?> kafkaRecord, String name) {
        String value = header(kafkaRecord, name);
        if (value == null) {
            throw new Unprocessable("Header " + name + " is missing", null);
        }
        return value;
    }

    static @Nullable String header(ConsumerRecord<?, ?> kafkaRecord, String name) {
        Header header = kafkaRecord.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
