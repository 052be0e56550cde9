package io.paperpress.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Golden;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.identity.SubmissionKey;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.common.testing.BackingServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the topic of submissions through the database to the topics that tell of it. */
class CatalogueJourneyIT extends CatalogServiceTests {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(120);

    @Autowired
    private EventPublisher publisher;

    @Autowired
    private JdbcClient db;

    @Test
    void twoRealListsAre357PapersAndAgainChangeNothing() {
        publish(Golden.efficientPapers());
        publish(Golden.materials());
        awaitEnds(388);
        assertThat(goldenPapers()).isEqualTo(357);
        assertThat(decision("matlist0000000000000000000")).isEqualTo("ACCEPTED");
        var before = revisions();
        publish(Golden.again(Golden.materials()));
        publish(Golden.again(Golden.efficientPapers()));
        awaitEnds(2 * 388);
        assertThat(revisions()).isEqualTo(before);
        assertThat(decision("MATlist0000000000000000000")).isEqualTo("DUPLICATE");
        assertThat(foreignLabels()).containsExactlyInAnyOrder("DynamicScaler", "ForestColl");
    }

    @Test
    void whatWasDecidedAndWhatChangedIsTold() {
        var submission = Said.of("Told of on Two Topics").submitted();
        publish(List.of(submission));
        assertThat(firstWith(Topics.PROGRESS, submission.submissionId())).contains("\"decision\":\"ACCEPTED\"");
        assertThat(firstWith(Topics.PAPERS, submission.submissionId())).contains("Told of on Two Topics");
    }

    @Test
    void whileTheDatabaseIsAwaySubmissionsWaitAndThenGoOn() {
        BackingServices.postgres().stop();
        var waiting = Said.of("Submitted While the Database Was Away").submitted();
        try {
            publish(List.of(waiting));
            await().pollDelay(Duration.ofSeconds(3))
                    .until(() -> !BackingServices.postgres().isRunning());
        } finally {
            BackingServices.postgres().start();
        }
        await().atMost(LONG_ENOUGH)
                .ignoreExceptionsInstanceOf(DataAccessException.class)
                .untilAsserted(() -> assertThat(ends("submission_id = '" + waiting.submissionId() + "'"))
                        .isEqualTo(1));
    }

    private void publish(List<? extends SubmissionEvent> events) {
        publisher.publish(events.stream()
                .map(event -> switch (event) {
                    case PaperSubmitted paper ->
                        new OutgoingEvent(Topics.SUBMISSIONS, SubmissionKey.of(paper.paper()), paper);
                    case ListSubmitted list -> new OutgoingEvent(Topics.SUBMISSIONS, list.slug(), list);
                    case RevisionSubmitted revision ->
                        new OutgoingEvent(Topics.SUBMISSIONS, revision.paperId(), revision);
                })
                .toList());
    }

    private void awaitEnds(long count) {
        await().atMost(LONG_ENOUGH)
                .untilAsserted(
                        () -> assertThat(ends("submission_id ~* '^(eff|mat)'")).isEqualTo(count));
    }

    private long ends(String which) {
        return db.sql("SELECT count(*) FROM submission_outcome WHERE " + which)
                .query(Long.class)
                .single();
    }

    private long goldenPapers() {
        return db.sql("SELECT count(DISTINCT paper_id) FROM submission_outcome WHERE submission_id ~ '^(eff|mat)'")
                .query(Long.class)
                .single();
    }

    private String decision(String submissionId) {
        return db.sql("SELECT decision FROM submission_outcome WHERE submission_id = :id")
                .param("id", submissionId)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private Map<String, Long> revisions() {
        return db.sql("""
                SELECT paper_id, revision FROM paper
                WHERE paper_id IN (SELECT paper_id FROM submission_outcome WHERE submission_id ~ '^(eff|mat)')
                UNION ALL SELECT slug, revision FROM reading_list WHERE slug = 'materials'
                """).query((row, _) -> Map.entry(row.getString(1), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<String> foreignLabels() {
        return db.sql("""
                SELECT substring(message FROM '“(.*)”') FROM finding
                WHERE kind = 'foreign-label' AND slug = 'materials'
                """).query((row, _) -> row.getString(1)).list();
    }

    /** The first record of a topic that holds some text. */
    private static String firstWith(String topic, String text) {
        var settings = new Properties();
        settings.put("bootstrap.servers", BackingServices.kafkaBootstrapServers());
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            var found = new ArrayList<String>();
            await().atMost(LONG_ENOUGH).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(kafkaRecord -> {
                    if (kafkaRecord.value().contains(text)) {
                        found.add(kafkaRecord.value());
                    }
                });
                return !found.isEmpty();
            });
            return found.getFirst();
        }
    }
}
