package io.paperpress.catalog.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Registry.Reply;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Topics;
import io.paperpress.common.identity.SubmissionKey;
import io.paperpress.common.messaging.EventJson;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Papers of which only an identifier is submitted: listed at once, and named as soon as a registry answers. */
class LookupIT extends CatalogServiceTests {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @Autowired
    private EventPublisher publisher;

    @Autowired
    private JdbcClient db;

    @Test
    void aPaperIsListedByItsIdentifierAndThenGetsItsTitle() {
        REGISTRY.replies(
                "/works/10.5555%2Flater",
                new Reply(429, Map.of("Retry-After", "2"), ""), Reply.ok(crossref("A Title That Came Later")));
        submit(new Identifier("doi", "10.5555/later"));
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(titles("doi:10.5555/later")).containsExactly("doi:10.5555/later"));
        await().atMost(LONG_ENOUGH)
                .untilAsserted(
                        () -> assertThat(titles("doi:10.5555/later")).containsExactly("A Title That Came Later"));
        var questions = REGISTRY.questions("/works/10.5555%2Flater");
        assertThat(questions).hasSize(2);
        assertThat(questions.getFirst().userAgent()).contains("operator@paperpress.test");
        assertThat(Duration.between(
                        questions.getFirst().at(), questions.getLast().at()))
                .as("what Retry-After asks for")
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(findings("doi:10.5555/later")).doesNotContain("untitled");
        assertThat(waiting("10.5555/later")).isEmpty();
    }

    @Test
    void whatOneRegistryDoesNotKnowAnotherIsAskedFor() {
        REGISTRY.replies("/dois/10.5555%2Fdata", Reply.ok("""
                {"data": {"attributes": {"titles": [{"title": "A Title From a Repository"}]}}}"""));
        submit(new Identifier("doi", "10.5555/data"));
        await().atMost(LONG_ENOUGH)
                .untilAsserted(
                        () -> assertThat(titles("doi:10.5555/data")).containsExactly("A Title From a Repository"));
    }

    @Test
    void manyAreAskedForAtOnceAndNotTooOften() {
        var answers = List.of("2201.00001", "2201.00002", "2201.00003", "2201.00004").stream()
                .map(id -> "<entry><id>http://arxiv.org/abs/%s</id><title>The title of %s</title></entry>"
                        .formatted(id, id))
                .collect(Collectors.joining("", "<feed>", "</feed>"));
        REGISTRY.replies("/api/query", Reply.ok(answers));
        submit(
                new Identifier("arxiv", "2201.00001"),
                new Identifier("arxiv", "2201.00002"),
                new Identifier("arxiv", "2201.00003"),
                new Identifier("arxiv", "2201.00004"));
        for (int n = 1; n <= 4; n++) {
            String id = "2201.0000" + n;
            await().atMost(LONG_ENOUGH)
                    .untilAsserted(() -> assertThat(titles("arxiv:" + id)).containsExactly("The title of " + id));
        }
        var questions = REGISTRY.questions("/api/query");
        assertThat(questions).hasSizeLessThan(4);
        for (int n = 1; n < questions.size(); n++) {
            assertThat(Duration.between(
                            questions.get(n - 1).at(), questions.get(n).at()))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(250));
        }
    }

    @Test
    void whatNobodyKnowsStaysListedByItsIdentifierAndIsFound() {
        submit(new Identifier("openreview", "Nobody123"));
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(waiting("Nobody123")).containsExactly("no registry knows it"));
        assertThat(titles("openreview:Nobody123")).containsExactly("openreview:Nobody123");
        assertThat(findings("openreview:Nobody123")).contains("untitled");
    }

    @Test
    void aRegistryThatFailsIsAskedAgainButNotForEver() {
        REGISTRY.replies("/works/10.5555%2Ffails", Reply.of(500));
        submit(new Identifier("doi", "10.5555/fails"));
        await().atMost(LONG_ENOUGH)
                .untilAsserted(() -> assertThat(waiting("10.5555/fails")).containsExactly("status 500"));
        assertThat(REGISTRY.questions("/works/10.5555%2Ffails")).hasSize(3);
    }

    private void submit(Identifier... identifiers) {
        publisher.publish(Arrays.stream(identifiers)
                .map(identifier -> Said.of(null)
                        .id(identifier.scheme(), identifier.value())
                        .submitted())
                .map(LookupIT::outgoing)
                .toList());
    }

    private static OutgoingEvent outgoing(PaperSubmitted submission) {
        return new OutgoingEvent(Topics.SUBMISSIONS, SubmissionKey.of(submission.paper()), submission);
    }

    private static String crossref(String title) {
        return "{\"message\": {\"title\": [\"" + title + "\"]}}";
    }

    private List<String> titles(String key) {
        return db
                .sql("SELECT state FROM paper JOIN paper_key USING (paper_id) WHERE key = :key")
                .param("key", key)
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(state -> EventJson.mapper().readValue(state, PaperCatalogued.class))
                .map(state -> String.valueOf(state.paper().title()))
                .toList();
    }

    private List<String> findings(String key) {
        return db.sql("SELECT kind FROM finding JOIN paper_key USING (paper_id) WHERE key = :key")
                .param("key", key)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Why an identifier is not asked for any more; empty where it was found, or may still be. */
    private List<String> waiting(String value) {
        return db.sql("SELECT obstacle FROM lookup WHERE value = :value AND due_at IS NULL")
                .param("value", value)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
