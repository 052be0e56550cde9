package io.paperpress.catalog.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.store.Submitters;
import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.messaging.EventJson;
import io.paperpress.common.web.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Where everything but maintainers' submissions waits. Its service reads no topic: the other tests' one does. */
@TestPropertySource(
        properties = {
            "paperpress.catalog.moderation.policy=review",
            "spring.cloud.stream.bindings.catalogueSubmission-in-0.consumer.auto-startup=false"
        })
@DirtiesContext
class ModerationIT extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private Submitters submitters;

    @Autowired
    private JdbcClient db;

    @Test
    void aPaperWaitsAndIsListedOnceItIsApproved() throws Exception {
        var submission = Said.of("Waits to Be Looked At")
                .by("Ada Byron")
                .about("no_such_word")
                .submitted();
        submit(submission);
        assertThat(decision(submission)).isEqualTo("IN_REVIEW");
        assertThat(listed("Waits to Be Looked At")).isZero();

        var review = review(submission);
        assertThat(review.at("/kind").asString()).isEqualTo("paper");
        assertThat(review.at("/outcome").asString()).isEqualTo("ACCEPTED");
        assertThat(review.at("/changes").findValues("field").stream().map(JsonNode::asString))
                .containsExactly("title", "authors", "keywords");
        assertThat(review.at("/findings/0/kind").asString()).isEqualTo("unknown-keyword");
        assertThat(review.at("/paperId").isMissingNode()).isTrue();

        assertThat(approve(submission).at("/state").asString()).isEqualTo("approved");
        assertThat(decision(submission)).isEqualTo("ACCEPTED");
        assertThat(listed("Waits to Be Looked At")).isOne();
        assertThat(json(send("GET", "/api/papers/" + paperOf(submission) + "/revisions", null))
                        .at("/revisions/0/approvedBy")
                        .asString())
                .isEqualTo("test-maintainer");
        approve(submission);
        assertThat(listed("Waits to Be Looked At")).isOne();
    }

    @Test
    void aMaintainersPaperDoesNotWait() {
        var submission = Said.of("Listed at a Maintainer's Word").byMaintainer().submitted();
        submit(submission);
        assertThat(decision(submission)).isEqualTo("ACCEPTED");
    }

    @Test
    void anUpdateWaitsWithWhatItWouldChangeFieldByField() throws Exception {
        var known =
                Said.of("Updated After a Look").in("arXiv", 2024).byMaintainer().submitted();
        submit(known);
        var more = Said.of("Updated After a Look").called("UAL").from("bob").submitted();
        submit(more);
        assertThat(decision(more)).isEqualTo("IN_REVIEW");
        var review = review(more);
        assertThat(review.at("/outcome").asString()).isEqualTo("UPDATED");
        assertThat(review.at("/paperId").asString()).isEqualTo(paperOf(known));
        assertThat(review.at("/changes").toString()).isEqualTo("[{\"field\":\"shortName\",\"after\":\"UAL\"}]");
        assertThat(review.at("/duplicatesOf/0/score").doubleValue()).isEqualTo(1);
        assertThat(revision(paperOf(known))).isEqualTo(1);
        approve(more);
        assertThat(revision(paperOf(known))).isEqualTo(2);
    }

    @Test
    void likelyDuplicatesAreShownWithScoreAndReasons() throws Exception {
        var known = Said.of("Sparse Attention for Waiting Queues: A Patient Approach")
                .by("Grace Hopper")
                .byMaintainer()
                .submitted();
        submit(known);
        var like = Said.of("Sparse Atention for Waiting Queues")
                .by("G. Hopper")
                .from("bob")
                .submitted();
        submit(like);
        var review = review(like);
        assertThat(review.at("/duplicatesOf/0/paperId").asString()).isEqualTo(paperOf(known));
        assertThat(review.at("/duplicatesOf/0/score").doubleValue()).isBetween(0.6, 0.99);
        assertThat(review.at("/duplicatesOf/0/reasons").toString()).contains("Both have the same first author.");
    }

    @Test
    void whatSaysNothingNewHasNothingToWaitFor() {
        submit(Said.of("Said and Said Again").byMaintainer().submitted());
        var again = Said.of("Said and Said Again").from("bob").submitted();
        submit(again);
        assertThat(decision(again)).isEqualTo("DUPLICATE");
    }

    @Test
    void recognitionRunsAgainWhenAPaperIsApproved() throws Exception {
        var first = Said.of("Submitted by Two at Once").from("bob").submitted();
        var second = Said.of("Submitted by Two at Once").in(2025).from("eve").submitted();
        submit(first, second);
        approve(first);
        approve(second);
        assertThat(listed("Submitted by Two at Once")).isOne();
        assertThat(decision(first)).isEqualTo("ACCEPTED");
        assertThat(decision(second)).isEqualTo("UPDATED");
        assertThat(paperOf(first)).isEqualTo(paperOf(second));
    }

    @Test
    void whoeverIsRejectedIsToldWhy() throws Exception {
        var submission = Said.of("Not for This Catalogue").submitted();
        submit(submission);
        assertThat(send("POST", "/api/reviews/" + submission.submissionId() + "/reject", "{}")
                        .statusCode())
                .isEqualTo(400);
        var answer =
                send("POST", "/api/reviews/" + submission.submissionId() + "/reject", "{\"reason\": \"Off topic.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(decision(submission)).isEqualTo("REJECTED");
        assertThat(json(answer).at("/decisionReason").asString()).isEqualTo("Off topic.");
        assertThat(listed("Not for This Catalogue")).isZero();
        assertThat(send("POST", "/api/reviews/" + submission.submissionId() + "/approve", "{}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoApprovesAListApprovesWhatStandsOnIt() throws Exception {
        var papers = papers("On a List That Waits", 3);
        var page = page("waiting-list", papers);
        submit(papers.get(0), page, papers.get(1), papers.get(2));
        assertThat(decision(page)).isEqualTo("IN_REVIEW");
        var review = review(page);
        assertThat(review.at("/kind").asString()).isEqualTo("list");
        assertThat(review.at("/list/entries").intValue()).isEqualTo(3);
        assertThat(review.at("/list/waiting").intValue()).isEqualTo(3);
        approve(page);
        assertThat(decision(page)).isEqualTo("ACCEPTED");
        assertThat(papers).extracting(this::decision).containsOnly("ACCEPTED");
        assertThat(papersOn("waiting-list")).isEqualTo(3);
    }

    @Test
    void aListOfAMaintainerWaitsForThePapersThatWait() throws Exception {
        var papers = papers("Looked At One by One", 2);
        var page = page("one-by-one", papers);
        var atOnce = new ListSubmitted(
                page.submissionId(),
                page.batchId(),
                page.submitter(),
                page.submittedAt(),
                page.slug(),
                page.title(),
                page.entries(),
                page.sections(),
                "maintainer");
        submit(papers.get(0), papers.get(1), atOnce);
        assertThat(undecided(page)).isTrue();
        approve(papers.get(0));
        assertThat(undecided(page)).isTrue();
        send("POST", "/api/reviews/" + papers.get(1).submissionId() + "/reject", "{\"reason\": \"Not that one.\"}");
        assertThat(decision(page)).isEqualTo("ACCEPTED");
        assertThat(papersOn("one-by-one")).isOne();
    }

    @Test
    void aPlaceOnAListIsGivenWhenItsPaperIsApproved() throws Exception {
        var placed = Said.of("Placed After a Look").placed("placed-later", null).submitted();
        submit(placed);
        assertThat(papersOn("placed-later")).isZero();
        approve(placed);
        assertThat(papersOn("placed-later")).isOne();
    }

    @Test
    void aDryRunSaysThatItWouldWait() throws Exception {
        var question = EventJson.mapper()
                .writeValueAsString(java.util.Map.of(
                        "papers", List.of(Said.of("Tried Under Review").submitted())));
        var outlook = json(send("POST", "/internal/dry-run", question)).at("/outlooks/0");
        assertThat(outlook.at("/decision").asString()).isEqualTo("IN_REVIEW");
        assertThat(outlook.at("/changes/0/field").asString()).isEqualTo("title");
    }

    @Test
    void trustIsGivenByAMaintainersWordOrEarned() throws Exception {
        var trusting = new Moderation(new ModerationSettings("trusted", 2), submitters);
        var unknown = Said.of("By Somebody Unknown").from("nobody").submitted();
        var trusted = Said.of("By Somebody Trusted").from("trudy").submitted();
        say("trudy", true);
        assertThat(waits(trusting, unknown)).isTrue();
        assertThat(waits(trusting, trusted)).isFalse();
        assertThat(waits(trusting, Said.of("By a Maintainer").byMaintainer().submitted()))
                .isFalse();

        var earned = Said.of("By Somebody Who Earned It").from("earl").submitted();
        for (int i = 0; i < 2; i++) {
            assertThat(waits(trusting, earned)).isTrue();
            var good = Said.of("Good Work by Earl, Number " + i).from("earl").submitted();
            submit(good);
            approve(good);
        }
        assertThat(waits(trusting, earned)).isFalse();
        assertThat(waits(new Moderation(new ModerationSettings("trusted", 0), submitters), earned))
                .isTrue();
        say("earl", false);
        assertThat(waits(trusting, earned)).isTrue();
        send("DELETE", "/api/moderation/submitters?submitter=earl", null);
        assertThat(waits(trusting, earned)).isFalse();
        assertThat(json(send("GET", "/api/moderation", null)).at("/policy").asString())
                .isEqualTo("review");
    }

    @Test
    void oneRejectionAndTrustIsNotEarned() throws Exception {
        var trusting = new Moderation(new ModerationSettings("trusted", 1), submitters);
        var good = Said.of("A Good One of Mixed Quality").from("max").submitted();
        var bad = Said.of("A Bad One of Mixed Quality").from("max").submitted();
        submit(good, bad);
        approve(good);
        assertThat(waits(trusting, good)).isFalse();
        send("POST", "/api/reviews/" + bad.submissionId() + "/reject", "{\"reason\": \"No.\"}");
        assertThat(waits(trusting, good)).isTrue();
    }

    private static boolean waits(Moderation moderation, PaperSubmitted submission) {
        return moderation.waiting(List.of(submission)).test(submission);
    }

    private void say(String submitter, boolean trusted) throws Exception {
        var answer = send(
                "PUT",
                "/api/moderation/submitters",
                "{\"submitter\": \"%s\", \"trusted\": %s}".formatted(submitter, trusted));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static List<PaperSubmitted> papers(String title, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Said.of(title + ", Paper Number " + i)
                        .inBatch(title)
                        .onList("some-list")
                        .submitted())
                .toList();
    }

    private static ListSubmitted page(String slug, List<PaperSubmitted> papers) {
        var entries = papers.stream()
                .map(paper -> new ListEntry(
                        "Label",
                        "Citation",
                        List.of(new ListItem(
                                paper.submissionId(), null, "Citation", new Link(Link.PAPER, "PDF", "https://x.org")))))
                .toList();
        return new ListSubmitted(
                "page-" + slug,
                papers.getFirst().batchId(),
                "ada",
                Instant.parse("2026-11-22T12:00:00Z"),
                slug,
                "A List",
                entries,
                List.of());
    }

    private void submit(SubmissionEvent... events) {
        handler.handle(Arrays.stream(events)
                .map(event -> new Delivery<SubmissionEvent>("moderated-" + event.submissionId(), Instant.EPOCH, event))
                .toList());
    }

    private String decision(SubmissionEvent event) {
        return outcome("decision", event);
    }

    private String paperOf(SubmissionEvent event) {
        return outcome("paper_id", event);
    }

    private String outcome(String column, SubmissionEvent event) {
        return db.sql("SELECT " + column + " FROM submission_outcome WHERE submission_id = :id")
                .param("id", event.submissionId())
                .query((row, _) -> row.getString(1))
                .single();
    }

    private boolean undecided(SubmissionEvent event) {
        return db.sql("SELECT count(*) FROM submission_outcome WHERE submission_id = :id")
                        .param("id", event.submissionId())
                        .query(Long.class)
                        .single()
                == 0;
    }

    private long listed(String title) {
        return db.sql("SELECT count(*) FROM paper WHERE state -> 'paper' ->> 'title' = :title")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    private long revision(String paperId) {
        return db.sql("SELECT revision FROM paper WHERE paper_id = :id")
                .param("id", paperId)
                .query(Long.class)
                .single();
    }

    private long papersOn(String slug) {
        return db.sql("SELECT count(*) FROM reading_list_paper WHERE slug = :slug")
                .param("slug", slug)
                .query(Long.class)
                .single();
    }

    private JsonNode review(SubmissionEvent event) throws Exception {
        return json(send("GET", "/api/reviews/" + event.submissionId(), null));
    }

    private JsonNode approve(SubmissionEvent event) throws Exception {
        var answer = send("POST", "/api/reviews/" + event.submissionId() + "/approve", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private java.net.http.HttpResponse<String> send(String method, String path, @Nullable String body)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + TestTokens.maintainer())
                        .method(
                                method,
                                Stream.ofNullable(body)
                                        .map(BodyPublishers::ofString)
                                        .findFirst()
                                        .orElseGet(BodyPublishers::noBody))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(java.net.http.HttpResponse<String> answer) {
        return EventJson.mapper().readTree(answer.body());
    }
}
