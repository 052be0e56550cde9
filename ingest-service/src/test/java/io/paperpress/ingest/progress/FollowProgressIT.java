package io.paperpress.ingest.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.Decision;
import io.paperpress.common.events.ListPublished;
import io.paperpress.common.events.PaperIndexed;
import io.paperpress.common.events.PaperPublished;
import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.ProgressEvent;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.ingest.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class FollowProgressIT extends RunningService {

    private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");

    @Autowired
    FollowProgress handler;

    @Autowired
    EventPublisher publisher;

    @Test
    void aSubmissionIsFollowedFromDecisionToPage() {
        var id = submitted("Followed to its page");
        follow(decided(id, Decision.ACCEPTED, "p1", 1, T));
        assertThat(view(id).at("/status").asString()).isEqualTo("accepted");
        follow(new PaperIndexed(id, "p1", 1, T.plusMillis(20)));
        assertThat(view(id).at("/status").asString()).isEqualTo("indexed");
        follow(new PaperPublished(id, "p1", 1, T.plusMillis(30)));

        var view = view(id);
        assertThat(view.at("/status").asString()).isEqualTo("published");
        assertThat(view.at("/paperId").asString()).isEqualTo("p1");
        assertThat(view.at("/links/paper").asString()).isEqualTo("/api/papers/p1");
        assertThat(view.at("/links/page").asString()).isEqualTo("/papers/p1/");
        assertThat(view.at("/timeline").findValues("stage").stream().map(JsonNode::asString))
                .containsExactly("received", "accepted", "indexed", "published");
        assertThat(view.at("/timeline/3/at").asString()).isEqualTo("2026-11-22T10:00:00.030Z");
    }

    @Test
    void aDuplicateAndARejectionStayWhatTheyAre() {
        var duplicate = submitted("A duplicate");
        var rejected = submitted("A rejected one");
        follow(
                new SubmissionDecided(
                        duplicate,
                        Decision.DUPLICATE,
                        T,
                        "p2",
                        null,
                        3,
                        List.of(new Remark("/venue", "Another venue.")),
                        List.of(),
                        List.of(new PossibleDuplicate("p2", 1, List.of("same arXiv id")))),
                new SubmissionDecided(
                        rejected,
                        Decision.REJECTED,
                        T,
                        null,
                        null,
                        0,
                        List.of(),
                        List.of(new Remark("/year", "In the future.")),
                        List.of()),
                new PaperIndexed(duplicate, "p2", 3, T),
                new PaperPublished(duplicate, "p2", 3, T));
        assertThat(view(duplicate).at("/status").asString()).isEqualTo("duplicate");
        assertThat(view(duplicate).at("/duplicatesOf/0/paperId").asString()).isEqualTo("p2");
        assertThat(view(duplicate).at("/warnings/0/message").asString()).isEqualTo("Another venue.");
        assertThat(view(rejected).at("/status").asString()).isEqualTo("rejected");
        assertThat(view(rejected).at("/problems/0/pointer").asString()).isEqualTo("/year");
        assertThat(view(rejected).at("/links")).isEmpty();
    }

    @Test
    void aListIsPublishedByItsSlug() {
        var id = submitted("Stands for a list");
        follow(
                new ListPublished(id, "materials", 1, T.plusSeconds(1)),
                new SubmissionDecided(id, Decision.ACCEPTED, T, null, "materials", 1, List.of(), List.of(), List.of()));
        assertThat(view(id).at("/status").asString()).isEqualTo("published");
        assertThat(view(id).at("/links/list").asString()).isEqualTo("/api/lists/materials");
        assertThat(view(id).at("/links/page").asString()).isEqualTo("/lists/materials/");
    }

    @Test
    void aLaterRevisionServesTheEarlierSubmissionsToo() {
        var first = submitted("First word");
        var second = submitted("Second word");
        follow(
                decided(first, Decision.ACCEPTED, "p3", 1, T),
                decided(second, Decision.UPDATED, "p3", 2, T),
                new PaperIndexed(second, "p3", 2, T.plusMillis(5)));
        assertThat(view(first).at("/status").asString()).isEqualTo("indexed");
        assertThat(view(second).at("/status").asString()).isEqualTo("indexed");
    }

    @Test
    void anEarlierRevisionDoesNotServeALaterSubmission() {
        var first = submitted("First of two");
        var second = submitted("Second of two");
        follow(
                decided(first, Decision.ACCEPTED, "p4", 1, T),
                decided(second, Decision.UPDATED, "p4", 2, T),
                new PaperPublished(first, "p4", 1, T.plusMillis(5)));
        assertThat(view(first).at("/status").asString()).isEqualTo("published");
        assertThat(view(second).at("/status").asString()).isEqualTo("updated");
    }

    @Test
    void anyOrderAndAnyRepetitionGivesTheSame() {
        var expected = new ArrayList<JsonNode>();
        for (int seed = 0; seed < 20; seed++) {
            var ids = List.of(submitted("a" + seed), submitted("b" + seed), submitted("c" + seed));
            var events = new ArrayList<>(story(ids, "any" + seed));
            var random = new Random(seed);
            if (seed > 0) {
                events.add(events.get(random.nextInt(events.size())));
                events.add(events.get(random.nextInt(events.size())));
                Collections.shuffle(events, random);
            }
            for (int from = 0, to; from < events.size(); from = to) {
                to = Math.min(events.size(), from + 1 + random.nextInt(4));
                follow(events.subList(from, to).toArray(ProgressEvent[]::new));
            }
            var seen = ids.stream().map(id -> told(view(id))).toList();
            if (seed == 0) {
                expected.addAll(seen);
            }
            assertThat(seen).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void whatIsToldOfUnknownSubmissionsIsPassedOver() {
        follow(decided("nobody", Decision.ACCEPTED, "p5", 1, T), new PaperIndexed("nobody", "p5", 1, T));
    }

    @Test
    void aSubmissionThatWaitedForAPersonIsDecidedAgain() {
        var id = submitted("In review");
        follow(decided(id, Decision.IN_REVIEW, null, 0, T));
        assertThat(view(id).at("/status").asString()).isEqualTo("inReview");
        follow(decided(id, Decision.ACCEPTED, "p6", 1, T.plusSeconds(60)));
        follow(decided(id, Decision.IN_REVIEW, null, 0, T));
        assertThat(view(id).at("/status").asString()).isEqualTo("accepted");
    }

    @Test
    void theTotalsOfABatchCountEachUnderItsDecisionAndUnderTheStagesItReached() {
        var answer = submit("application/x-ndjson", """
                {"title": "One of the totals"}
                {"title": "Two of the totals"}
                {"title": "Three of the totals"}
                oops""");
        var ids = answer.json().at("/submissions").findValues("submissionId").stream()
                .map(JsonNode::asString)
                .toList();
        follow(
                decided(ids.get(0), Decision.ACCEPTED, "t1", 1, T),
                decided(ids.get(1), Decision.DUPLICATE, "t1", 1, T),
                new PaperIndexed(ids.get(0), "t1", 1, T));
        var batch = get("/api/batches/" + answer.text("/batchId")).json();
        assertThat(batch.at("/received").intValue()).isEqualTo(3);
        assertThat(batch.at("/refused").intValue()).isEqualTo(1);
        assertThat(batch.at("/totals").toString())
                .isEqualTo("{\"received\":1,\"accepted\":1,\"updated\":0,\"duplicate\":1,\"inReview\":0,\"rejected\":0,"
                        + "\"indexed\":1,\"published\":0}");
        assertThat(batch.at("/submissions/0/status").asString()).isEqualTo("indexed");
    }

    @Test
    void progressArrivesThroughTheTopic() {
        var id = submitted("Through the topic");
        publisher.publish(List.of(
                new OutgoingEvent(Topics.PROGRESS, id, new PaperIndexed(id, "p7", 1, T)),
                new OutgoingEvent(Topics.PROGRESS, id, decided(id, Decision.ACCEPTED, "p7", 1, T)),
                new OutgoingEvent(Topics.PROGRESS, id, new PaperPublished(id, "p7", 1, T))));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(view(id).at("/status").asString()).isEqualTo("published"));
    }

    /** Three submissions of one paper: accepted, updated, duplicate; some revisions skipped by search and site. */
    private static List<ProgressEvent> story(List<String> ids, String paper) {
        return List.of(
                decided(ids.get(0), Decision.ACCEPTED, paper, 1, T),
                new PaperIndexed(ids.get(0), paper, 1, T.plusMillis(10)),
                decided(ids.get(1), Decision.UPDATED, paper, 2, T.plusMillis(15)),
                decided(ids.get(2), Decision.DUPLICATE, paper, 2, T.plusMillis(16)),
                new PaperIndexed(ids.get(1), paper, 2, T.plusMillis(20)),
                new PaperPublished(ids.get(1), paper, 2, T.plusMillis(40)),
                new PaperIndexed(ids.get(1), paper, 2, T.plusMillis(90)));
    }

    private String submitted(String title) {
        return submit("application/json", "{\"title\": \"%s %s\"}".formatted(title, UUID.randomUUID()))
                .text("/submissions/0/submissionId");
    }

    private JsonNode view(String id) {
        return get("/api/submissions/" + id).json();
    }

    /** What is told of a submission, but for what differs from one to another. */
    private static JsonNode told(JsonNode view) {
        var told = ((ObjectNode) view).deepCopy();
        told.remove(List.of("submissionId", "batchId", "paperId", "links"));
        ((ObjectNode) told.at("/timeline/0")).remove("at");
        return told;
    }

    private static SubmissionDecided decided(
            String id, Decision decision, @Nullable String paperId, long revision, Instant at) {
        return new SubmissionDecided(id, decision, at, paperId, null, revision, List.of(), List.of(), List.of());
    }

    private void follow(ProgressEvent... events) {
        handler.handle(List.of(events).stream()
                .map(event -> new Delivery<>(UUID.randomUUID().toString(), T, event))
                .toList());
    }
}
