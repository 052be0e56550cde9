package io.paperpress.catalog.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.messaging.EventJson;
import io.paperpress.common.web.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ReviewsIT extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private JdbcClient db;

    @Test
    void anApprovedProposalIsShownWhateverWasSaidBefore() throws Exception {
        String paper = listed(Said.of("Corrected by a Reader").in("arXiv", 2024));
        var proposal = proposed(paper, Said.of(null).in("ICLR").submitted());
        submit(proposal);
        assertThat(decision(proposal)).isEqualTo("IN_REVIEW");
        assertThat(shown(paper, "/venue")).isEqualTo("arXiv");
        var open = review(proposal);
        assertThat(open.at("/title").asString()).isEqualTo("Corrected by a Reader");
        assertThat(open.at("/reason").asString()).isEqualTo("It says so on the page.");
        assertThat(open.at("/changes").toString())
                .isEqualTo("[{\"field\":\"venue\",\"before\":\"arXiv\",\"after\":\"ICLR\"}]");

        var answer = decide(proposal, "approve", "{\"reason\": \"Right.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).at("/state").asString()).isEqualTo("approved");
        assertThat(json(answer).at("/decidedBy").asString()).isEqualTo("test-maintainer");
        assertThat(decision(proposal)).isEqualTo("UPDATED");
        assertThat(shown(paper, "/venue")).isEqualTo("ICLR");
        assertThat(shown(paper, "/year")).isEqualTo("2024");
        var revision = json(get("/api/papers/" + paper + "/revisions/2", null));
        assertThat(revision.at("/submitter").asString()).isEqualTo("reader");
        assertThat(revision.at("/approvedBy").asString()).isEqualTo("test-maintainer");
        assertThat(revision.at("/changed").toString()).isEqualTo("[\"venue\"]");

        submit(Said.of("Corrected by a Reader").in("NeurIPS").from("bob").submitted());
        assertThat(shown(paper, "/venue")).isEqualTo("ICLR");
        var later = proposed(paper, Said.of(null).in("ICML").submitted());
        submit(later);
        decide(later, "approve", "{}");
        assertThat(shown(paper, "/venue")).isEqualTo("ICML");
    }

    @Test
    void aRejectedProposalChangesNothingAndItsSubmitterIsToldWhy() throws Exception {
        String paper = listed(Said.of("Left as It Was").in("ICML"));
        var proposal = proposed(paper, Said.of("Something Else Entirely").submitted());
        submit(proposal);
        assertThat(decide(proposal, "reject", "{}").statusCode()).isEqualTo(400);
        assertThat(decide(proposal, "reject", "{\"reason\": \"That is another paper.\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(decision(proposal)).isEqualTo("REJECTED");
        assertThat(shown(paper, "/title")).isEqualTo("Left as It Was");
        assertThat(told(proposal)).contains("That is another paper.").contains("REJECTED");
    }

    @Test
    void aDecisionIsMadeOnceHoweverOftenItIsSaid() throws Exception {
        String paper = listed(Said.of("Decided Once").in("ICML"));
        var proposal = proposed(paper, Said.of(null).in(2023).submitted());
        submit(proposal);
        Callable<Integer> approve = () -> decide(proposal, "approve", "{}").statusCode();
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : many.invokeAll(List.of(approve, approve, approve, approve))) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(json(get("/api/papers/" + paper + "/revisions", null)).at("/revisions"))
                .hasSize(2);
        var other = decide(proposal, "reject", "{\"reason\": \"No.\"}");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(json(other).at("/type").asString()).isEqualTo("/problems/review-decided");
        submit(proposal); // sent again after a crash
        assertThat(decision(proposal)).isEqualTo("UPDATED");
    }

    @Test
    void whatNeedsNoPersonNeverWaitsForOne() throws Exception {
        String paper = listed(Said.of("Needs Nobody").in("ICML", 2022));
        var nowhere = proposed("zzzzzzzzzzzz", Said.of(null).in("ICLR").submitted());
        var same = proposed(paper, Said.of(null).in("ICML").submitted());
        var wrong = proposed(paper, Said.of(null).in(1066).submitted());
        submit(nowhere, same, wrong);
        assertThat(decision(nowhere)).isEqualTo("REJECTED");
        assertThat(decision(same)).isEqualTo("DUPLICATE");
        assertThat(decision(wrong)).isEqualTo("REJECTED");
        assertThat(decide(same, "approve", "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void approvingWhatIsShownMeanwhileMakesNoRevision() throws Exception {
        String paper = listed(Said.of("Overtaken by Another"));
        var proposal = proposed(paper, Said.of(null).in(2021).submitted());
        submit(proposal);
        submit(Said.of("Overtaken by Another").in(2021).from("bob").submitted());
        assertThat(decide(proposal, "approve", "{}").statusCode()).isEqualTo(200);
        assertThat(decision(proposal)).isEqualTo("DUPLICATE");
        assertThat(json(get("/api/papers/" + paper, null)).at("/revision").longValue())
                .isEqualTo(2);
    }

    @Test
    void reviewsAreForMaintainersAndArePaged() throws Exception {
        String paper = listed(Said.of("Much Discussed"));
        Set<String> proposals = new HashSet<>();
        for (int year = 2001; year < 2006; year++) {
            var proposal = proposed(paper, Said.of(null).in(year).submitted());
            submit(proposal);
            proposals.add(proposal.submissionId());
        }
        assertThat(get("/api/reviews", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/reviews", TestTokens.contributor()).statusCode()).isEqualTo(403);
        assertThat(get("/api/reviews?state=odd", TestTokens.maintainer()).statusCode())
                .isEqualTo(400);
        assertThat(get("/api/reviews/nobody", TestTokens.maintainer()).statusCode())
                .isEqualTo(404);
        Set<String> seen = new HashSet<>();
        String after = "";
        do {
            var page = json(get("/api/reviews?size=2" + after, TestTokens.maintainer()));
            page.get("reviews")
                    .forEach(review -> seen.add(review.get("submissionId").asString()));
            after = page.has("after") ? "&after=" + page.get("after").asString() : "";
        } while (!after.isEmpty());
        assertThat(seen).containsAll(proposals);
    }

    @Test
    void aProposalCanBeTriedFirst() throws Exception {
        String paper = listed(Said.of("Tried as a Proposal").in("arXiv"));
        var proposal = proposed(paper, Said.of(null).in("ICLR").submitted());
        var answer = post(
                "/internal/dry-run",
                EventJson.mapper().writeValueAsString(Map.of("revisions", List.of(proposal))),
                TestTokens.contributor());
        assertThat(json(answer).at("/outlooks/0/decision").asString()).isEqualTo("IN_REVIEW");
        assertThat(json(answer).at("/outlooks/0/changes/0/after").asString()).isEqualTo("ICLR");
        assertThat(db.sql("SELECT count(*) FROM review WHERE paper_id = :id")
                        .param("id", paper)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String listed(Said said) {
        var submission = said.submitted();
        submit(submission);
        return db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                .param("id", submission.submissionId())
                .query(String.class)
                .single();
    }

    private static RevisionSubmitted proposed(String paperId, PaperSubmitted values) {
        return new RevisionSubmitted(
                values.submissionId(),
                "batch",
                RevisionSubmitted.READER,
                values.submittedAt(),
                paperId,
                values.paper(),
                "It says so on the page.",
                List.of());
    }

    private void submit(SubmissionEvent... events) {
        handler.handle(Arrays.stream(events)
                .map(event -> new Delivery<SubmissionEvent>("review-" + event.submissionId(), Instant.EPOCH, event))
                .toList());
    }

    private String decision(SubmissionEvent event) {
        return db.sql("SELECT decision FROM submission_outcome WHERE submission_id = :id")
                .param("id", event.submissionId())
                .query(String.class)
                .single();
    }

    /** What was told of it last, while it has not left or is still remembered. */
    private String told(SubmissionEvent event) throws Exception {
        return json(get("/api/reviews/" + event.submissionId(), TestTokens.maintainer()))
                        .at("/decisionReason")
                        .asString()
                + " " + decision(event);
    }

    private JsonNode review(SubmissionEvent event) throws Exception {
        return json(get("/api/reviews/" + event.submissionId(), TestTokens.maintainer()));
    }

    private String shown(String paper, String pointer) throws Exception {
        return json(get("/api/papers/" + paper, null)).at(pointer).asString();
    }

    private HttpResponse<String> decide(SubmissionEvent event, String word, String body) throws Exception {
        return post("/api/reviews/" + event.submissionId() + "/" + word, body, TestTokens.maintainer());
    }

    private HttpResponse<String> post(String path, String body, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return EventJson.mapper().readTree(answer.body());
    }
}
