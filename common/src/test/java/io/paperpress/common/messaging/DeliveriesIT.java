package io.paperpress.common.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.testing.Papers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What becomes of events on their way into a handler. Every test uses papers of its own. */
class DeliveriesIT {

    static final TestTopic TOPIC = new TestTopic("papers-delivered");
    static final TestTopic DEAD_LETTERS = new TestTopic("papers-delivered.delivery-test.dlt");

    static ConfigurableApplicationContext service;
    static Recorder recorder;

    /** Handles a paper by remembering it, unless its title says how to fail. */
    static class Recorder implements EventHandler<PaperEvent> {

        final List<String> handled = new CopyOnWriteArrayList<>();
        final List<String> tried = new CopyOnWriteArrayList<>();
        final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
        final Map<String, String> traces = new ConcurrentHashMap<>();
        private final Tracing tracing;

        Recorder(Tracing tracing) {
            this.tracing = tracing;
        }

        @Override
        public void handle(List<Delivery<PaperEvent>> batch) {
            batchSizes.add(batch.size());
            List<String> ids =
                    batch.stream().map(each -> each.event().paperId()).toList();
            tried.addAll(ids);
            traces.put(ids.getFirst(), tracing.traceparent());
            ids.forEach(this::failWhereItsNameSaysSo);
            handled.addAll(ids);
        }

        private void failWhereItsNameSaysSo(String id) {
            if (id.contains("impossible")) {
                throw new Unprocessable("this paper is impossible", null);
            }
            if (id.contains("bug")) {
                throw new IllegalStateException("nobody thought of " + id);
            }
            if (id.contains("recursion")) {
                failWhereItsNameSaysSo(id);
            }
            if (id.contains("flaky") && tried.stream().filter(id::equals).count() < 3) {
                throw new IllegalStateException("not yet");
            }
        }
    }

    @BeforeAll
    static void start() {
        service = TestService.start("delivery-test", TOPIC.name(), null, Recorder.class);
        recorder = service.getBean(Recorder.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatIsPublishedIsHandledInTheOrderOfItsKey() {
        List<OutgoingEvent> events = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            events.add(paper("ordered-" + i));
        }

        service.getBean(EventPublisher.class)
                .publish(events.stream()
                        .map(event -> new OutgoingEvent(event.topic(), "one key", event.event()))
                        .toList());

        awaitHandled("ordered-50");
        assertThat(recorder.handled.stream().filter(id -> id.startsWith("ordered-")))
                .containsExactlyElementsOf(events.stream()
                        .map(event -> ((PaperEvent) event.event()).paperId())
                        .toList());
    }

    @Test
    void aMessageCarriesTheHeadersOfACloudEventAndItsTrace() {
        service.getBean(EventPublisher.class).publish(List.of(paper("headers")));

        ConsumerRecord<byte[], byte[]> found = TOPIC.read().stream()
                .filter(each -> new String(each.key(), UTF_8).equals("headers"))
                .findFirst()
                .orElseThrow();
        assertThat(TestTopic.header(found, "ce_specversion")).isEqualTo("1.0");
        assertThat(TestTopic.header(found, "ce_type")).isEqualTo("io.paperpress.PaperCatalogued");
        assertThat(TestTopic.header(found, "ce_source")).isEqualTo("/delivery-test");
        assertThat(TestTopic.header(found, "ce_id")).hasSize(36);
        assertThat(TestTopic.header(found, "ce_time")).endsWith("Z");
        assertThat(TestTopic.header(found, "content-type")).isEqualTo("application/json");
        assertThat(TestTopic.header(found, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[0-3]");
    }

    @Test
    void whatCannotBeReadIsPutAsideAtOnceAndCostsNoOther() {
        String type = "io.paperpress.PaperCatalogued";
        TOPIC.write(List.of(
                valid("readable-1"),
                TOPIC.anything("unreadable-json", "{\"paperId\": ", cloudEvent(type)),
                TOPIC.anything("unreadable-null", "null", cloudEvent(type)),
                TOPIC.anything("unreadable-contract", "{\"paperId\": \"p\", \"revision\": 1}", cloudEvent(type)),
                TOPIC.anything("unreadable-type", "{}", cloudEvent("io.paperpress.PaperBurnt")),
                TOPIC.anything("unreadable-other-topic", "{}", cloudEvent("io.paperpress.ListCatalogued")),
                TOPIC.anything("unreadable-headers", "{}", Map.of()),
                new ProducerRecord<>(TOPIC.name(), "unreadable-tombstone".getBytes(UTF_8), null),
                valid("readable-2")));

        awaitHandled("readable-1", "readable-2");
        await().untilAsserted(() -> assertThat(deadLetters("unreadable"))
                .extracting(letter -> new String(letter.key(), UTF_8))
                .containsExactlyInAnyOrder(
                        "unreadable-json",
                        "unreadable-null",
                        "unreadable-contract",
                        "unreadable-type",
                        "unreadable-other-topic",
                        "unreadable-headers",
                        "unreadable-tombstone"));
    }

    @Test
    void aDeadLetterCarriesWhatItWasAndWhyItIsThere() {
        var original = valid("impossible-1");
        TOPIC.write(List.of(original));

        await().untilAsserted(() -> assertThat(deadLetters("impossible-1")).hasSize(1));
        ConsumerRecord<byte[], byte[]> letter = deadLetters("impossible-1").getFirst();
        assertThat(letter.value()).isEqualTo(original.value());
        assertThat(TestTopic.header(letter, "ce_type")).isEqualTo("io.paperpress.PaperCatalogued");
        assertThat(TestTopic.header(letter, "dlt-topic")).isEqualTo(TOPIC.name());
        assertThat(TestTopic.header(letter, "dlt-partition")).matches("[01]");
        assertThat(TestTopic.header(letter, "dlt-offset")).matches("\\d+");
        assertThat(TestTopic.header(letter, "dlt-exception")).isEqualTo(Unprocessable.class.getName());
        assertThat(TestTopic.header(letter, "dlt-message")).isEqualTo("this paper is impossible");
        assertThat(TestTopic.header(letter, "dlt-at")).endsWith("Z");
        assertThat(TestTopic.header(letter, "dlt-stacktrace"))
                .contains("Recorder.handle")
                .hasSizeLessThan(4_100);
        assertThat(recorder.tried.stream().filter("impossible-1"::equals)).hasSizeLessThanOrEqualTo(2);
        assertThat(service.getBean(MeterRegistry.class)
                        .get("paperpress.dead.letters")
                        .tag("topic", TOPIC.name())
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void aBugCostsOnlyTheEventItIsAbout() {
        List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
        List<String> good = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = i == 17 ? "bug-17" : i == 31 ? "recursion-31" : "beside-" + i;
            batch.add(valid(id));
            if (i != 17 && i != 31) {
                good.add(id);
            }
        }

        TOPIC.write(batch);

        awaitHandled(good.toArray(String[]::new));
        await().untilAsserted(() -> assertThat(deadLetters("bug-17")).hasSize(1));
        await().untilAsserted(() -> assertThat(deadLetters("recursion-31")).hasSize(1));
        assertThat(TestTopic.header(deadLetters("bug-17").getFirst(), "dlt-message"))
                .isEqualTo("nobody thought of bug-17");
        assertThat(recorder.tried.stream().filter("bug-17"::equals)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void whatFailsOnlyAtFirstIsHandledInTheEnd() {
        TOPIC.write(List.of(valid("flaky-1")));

        awaitHandled("flaky-1");
        assertThat(recorder.tried.stream().filter("flaky-1"::equals)).hasSize(3);
        assertThat(deadLetters("flaky-1")).isEmpty();
    }

    @Test
    void workContinuesTheTraceOfTheEventThatCausedIt() {
        var event = valid("traced-1");
        String trace = new String(event.headers().lastHeader("traceparent").value(), UTF_8);

        TOPIC.write(List.of(event));

        awaitHandled("traced-1");
        assertThat(recorder.traces.get("traced-1"))
                .startsWith(trace.substring(0, 35)) // version and trace id
                .isNotEqualTo(trace);
    }

    @Test
    void aStrangersRecordTooLargeForADeadLetterIsPutAsideWithoutItsBody() {
        TOPIC.write(List.of(TOPIC.anything("enormous-1", "x".repeat(20_000_000), Map.of())));

        await().untilAsserted(() -> assertThat(deadLetters("enormous-1"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.value()).isNull())
                .satisfies(letter ->
                        assertThat(TestTopic.header(letter, "dlt-offset")).matches("\\d+")));
    }

    @Test
    void aBurstArrivesInBatches() {
        List<ProducerRecord<byte[], byte[]>> burst = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            burst.add(valid("burst-" + i));
        }
        recorder.batchSizes.clear();

        TOPIC.write(burst);

        await().untilAsserted(() -> assertThat(recorder.handled.stream().filter(id -> id.startsWith("burst-")))
                .hasSize(1_000));
        assertThat(recorder.batchSizes).hasSizeLessThan(100);
    }

    private static OutgoingEvent paper(String id) {
        return new OutgoingEvent(TOPIC.name(), id, Papers.attention().catalogued(id, 1));
    }

    private static ProducerRecord<byte[], byte[]> valid(String id) {
        var cloudEvents = service.getBean(CloudEvents.class);
        return cloudEvents.toRecord(cloudEvents.encode(paper(id)));
    }

    private static Map<String, String> cloudEvent(String type) {
        return Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", type, "ce_time", "2026-11-22T08:00:00Z");
    }

    private static void awaitHandled(String... ids) {
        await().untilAsserted(() -> assertThat(recorder.handled).contains(ids));
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(String keyStart) {
        return DEAD_LETTERS.read().stream()
                .filter(letter -> new String(letter.key(), UTF_8).startsWith(keyStart))
                .toList();
    }
}
