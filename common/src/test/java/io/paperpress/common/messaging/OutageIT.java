package io.paperpress.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.testing.BackingServices;
import io.paperpress.common.testing.Papers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Broker and database away for a while, then back: nothing is lost, nothing is put aside, nobody has to help. */
class OutageIT {

    static final TestTopic TOPIC = new TestTopic("papers-outage");
    static final TestTopic DEAD_LETTERS = new TestTopic("papers-outage.outage-test.dlt");

    static ConfigurableApplicationContext service;

    /** A projection as services have them: newer revisions win, in the database. */
    static class Shelf implements EventHandler<PaperEvent> {

        private final JdbcClient db;
        private final TransactionTemplate transaction;

        Shelf(JdbcClient db, PlatformTransactionManager transactions) {
            this.db = db;
            this.transaction = new TransactionTemplate(transactions);
            db.sql("CREATE TABLE IF NOT EXISTS shelf (id text PRIMARY KEY, revision bigint, writes int)")
                    .update();
        }

        @Override
        public void handle(List<Delivery<PaperEvent>> batch) {
            transaction.executeWithoutResult(ignored -> batch.forEach(delivery -> db.sql("""
                    INSERT INTO shelf VALUES (:id, :revision, 1)
                    ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, writes = shelf.writes + 1
                    WHERE shelf.revision < excluded.revision
                    """)
                    .param("id", delivery.event().paperId())
                    .param("revision", delivery.event().revision())
                    .update()));
        }
    }

    @BeforeAll
    static void start() {
        service = TestService.start("outage-test", TOPIC.name(), BackingServices.newDatabase("outage"), Shelf.class);
    }

    @AfterEach
    void everythingIsBackAndNothingWasPutAside() {
        await().untilAsserted(() -> assertThat(health()).isEqualTo(Status.UP));
        assertThat(DEAD_LETTERS.read()).isEmpty();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void duplicateStaleAndDisorderedEventsLeaveTheNewestState() {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        for (int revision = 1; revision <= 20; revision++) {
            events.add(encoded("shuffled", revision));
            events.add(encoded("shuffled", revision));
        }
        Collections.shuffle(events, new java.util.Random(2));

        TOPIC.write(events);
        TOPIC.write(List.of(encoded("shuffled", 3), encoded("shuffled-end", 1)));

        await().untilAsserted(() -> assertThat(revision("shuffled-end")).isEqualTo(1));
        await().untilAsserted(() -> assertThat(revision("shuffled")).isEqualTo(20));
    }

    @Test
    void aConsumerWaitsForTheDatabaseAndGoesOnByItself() {
        BackingServices.postgres().stop();
        try {
            TOPIC.write(papers("database-away"));
            await().untilAsserted(() -> assertThat(health()).isEqualTo(Status.DOWN));
        } finally {
            BackingServices.postgres().start();
        }

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(shelved("database-away")).isEqualTo(30));
    }

    @Test
    void theOutboxWaitsForTheBrokerAndGoesOnByItself() {
        BackingServices.kafka().stop();
        try {
            var transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
            transaction.executeWithoutResult(ignored -> service.getBean(Outbox.class)
                    .append(IntStream.rangeClosed(1, 30)
                            .mapToObj(n -> paper("broker-away-" + n, 1))
                            .toList()));
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(health()).isEqualTo(Status.DOWN));
            assertThat(pending()).isEqualTo(30);
        } finally {
            BackingServices.kafka().start();
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(pending()).isZero());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(shelved("broker-away")).isEqualTo(30));
    }

    @Test
    void aServiceThatStartsBeforeTheBrokerReadsOnceItIsThere() {
        BackingServices.kafka().stop();
        var brokerComes = CompletableFuture.runAsync(
                BackingServices.kafka()::start, CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));
        try (var early =
                TestService.start("early-test", "papers-early", BackingServices.newDatabase("early"), Shelf.class)) {
            brokerComes.join();

            EventPublisher publisher = early.getBean(EventPublisher.class);
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
                publisher.publish(List.of(new OutgoingEvent(
                        "papers-early", "early", Papers.attention().catalogued("early", 1))));
                return true;
            });
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(early.getBean(JdbcClient.class)
                                    .sql("SELECT count(*) FROM shelf")
                                    .query(Long.class)
                                    .single())
                            .isEqualTo(1));
        }
    }

    @Test
    void theRelayOutlivesADatabaseThatGoesAndComesBack() {
        BackingServices.postgres().kill();
        BackingServices.postgres().start();

        var transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        await().ignoreExceptions().until(() -> {
            transaction.executeWithoutResult(
                    ignored -> service.getBean(Outbox.class).append(List.of(paper("database-killed", 1))));
            return true;
        });

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(pending()).isZero());
        await().untilAsserted(() -> assertThat(shelved("database-killed")).isEqualTo(1));
    }

    @Test
    void aPublisherSaysInTimeThatTheBrokerIsAway() {
        EventPublisher publisher = service.getBean(EventPublisher.class);
        publisher.publish(List.of(paper("published-before", 1)));
        BackingServices.kafka().pause();
        try {
            long start = System.nanoTime();
            assertThatThrownBy(() -> publisher.publish(IntStream.range(0, 1_000)
                            .mapToObj(n -> paper("published-into-nothing-" + n, 1))
                            .toList()))
                    .isInstanceOf(Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        } finally {
            BackingServices.kafka().resume();
        }
        await().ignoreExceptions().until(() -> {
            publisher.publish(List.of(paper("published-after", 1)));
            return true;
        });
    }

    private static Status health() {
        return service.getBean(Outages.class).health().getStatus();
    }

    private static List<ProducerRecord<byte[], byte[]>> papers(String prefix) {
        return IntStream.rangeClosed(1, 30)
                .mapToObj(n -> encoded(prefix + "-" + n, 1))
                .toList();
    }

    private static OutgoingEvent paper(String id, long revision) {
        return new OutgoingEvent(TOPIC.name(), id, Papers.attention().catalogued(id, revision));
    }

    private static ProducerRecord<byte[], byte[]> encoded(String id, long revision) {
        var cloudEvents = service.getBean(CloudEvents.class);
        return cloudEvents.toRecord(cloudEvents.encode(paper(id, revision)));
    }

    private static long revision(String id) {
        return db().sql("SELECT coalesce(max(revision), 0) FROM shelf WHERE id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static long shelved(String prefix) {
        return db().sql("SELECT count(*) FROM shelf WHERE id LIKE :prefix || '%'")
                .param("prefix", prefix)
                .query(Long.class)
                .single();
    }

    private static long pending() {
        return db().sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }

    private static JdbcClient db() {
        return service.getBean(JdbcClient.class);
    }
}
