package io.paperpress.catalog.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

class DistinctIT extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private JdbcClient db;

    @Test
    void whatSomebodySaidToBeDistinctIsNotProposedAgain() throws Exception {
        var one = Said.of("Twins That Are Not One: The First Study of Them").by("Ada Byron");
        var other = Said.of("Twins That Are Not One: First Study of Them")
                .by("Ada Byron")
                .in(2025);
        var first = one.submitted();
        var second = other.submitted();
        submit(first, second);
        assertThat(findings(first, second)).containsExactly("possible-duplicate");
        assertThat(score(first, second)).isBetween(0.6, 0.99);

        var answer = say(paperOf(first), paperOf(second), TestTokens.maintainer());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(EventJson.mapper()
                        .readTree(answer.body())
                        .at("/distinctFrom/0/otherPaperId")
                        .asString())
                .isEqualTo(paperOf(second));
        assertThat(findings(first, second)).isEmpty();

        submit(other.as("retitled-" + second.submissionId()).submitted());
        submit(Said.of("Twins That Are Not One: The First Study of Them")
                .called("TwinsA")
                .by("Ada Byron")
                .from("bob")
                .submitted());
        assertThat(findings(first, second)).isEmpty();

        assertThat(send("DELETE", "/api/papers/" + paperOf(second) + "/distinct/" + paperOf(first), "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(db.sql("SELECT count(*) FROM distinct_papers WHERE paper_id = :id OR other_paper_id = :id")
                        .param("id", paperOf(first))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void itIsRememberedThroughARebuildOfThePapers() throws Exception {
        var first = Said.of("Rebuilt and Still Distinct: A Report on Sparse Gates")
                .by("Grace Hopper")
                .submitted();
        var second = Said.of("Rebuilt and Still Distinct: Report on Sparse Gating")
                .by("Grace Hopper")
                .submitted();
        submit(first, second);
        assertThat(findings(first, second)).isNotEmpty();
        say(paperOf(first), paperOf(second), TestTokens.maintainer());
        String[] papers = {paperOf(first), paperOf(second)};
        for (String table : List.of("finding", "paper_likeness", "paper_key", "paper_revision", "paper")) {
            db.sql("DELETE FROM " + table + " WHERE paper_id = ANY (:ids)")
                    .param("ids", papers)
                    .update();
        }
        db.sql("DELETE FROM submission_outcome WHERE paper_id = ANY (:ids)")
                .param("ids", papers)
                .update();
        submit(first, second);
        assertThat(new String[] {paperOf(first), paperOf(second)}).isEqualTo(papers);
        assertThat(findings(first, second)).isEmpty();
    }

    @Test
    void onlyTwoListedPapersAreDistinctAndOnlyMaintainersSaySo() throws Exception {
        var submission = Said.of("Alone and Distinct From Nothing").submitted();
        submit(submission);
        String paper = paperOf(submission);
        assertThat(say(paper, paper, TestTokens.maintainer()).statusCode()).isEqualTo(400);
        assertThat(say(paper, "", TestTokens.maintainer()).statusCode()).isEqualTo(400);
        assertThat(say(paper, "zzzzzzzzzzzz", TestTokens.maintainer()).statusCode())
                .isEqualTo(404);
        assertThat(say("zzzzzzzzzzzz", paper, TestTokens.maintainer()).statusCode())
                .isEqualTo(404);
        assertThat(say(paper, "zzzzzzzzzzzz", TestTokens.contributor()).statusCode())
                .isEqualTo(403);
        assertThat(db.sql("SELECT count(*) FROM distinct_papers WHERE paper_id = :id OR other_paper_id = :id")
                        .param("id", paper)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private HttpResponse<String> say(String paper, String other, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/papers/" + paper + "/distinct"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString("{\"from\": \"" + other + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + TestTokens.maintainer())
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private void submit(SubmissionEvent... events) {
        handler.handle(Arrays.stream(events)
                .map(event -> new Delivery<SubmissionEvent>(UUID.randomUUID().toString(), Instant.EPOCH, event))
                .toList());
    }

    private List<String> findings(PaperSubmitted one, PaperSubmitted other) {
        return pair("kind", one, other).map(String::valueOf).toList();
    }

    private double score(PaperSubmitted one, PaperSubmitted other) {
        return pair("score", one, other).mapToDouble(Double::parseDouble).sum();
    }

    private Stream<String> pair(String column, PaperSubmitted one, PaperSubmitted other) {
        return db
                .sql("SELECT " + column + " FROM finding"
                        + " WHERE (paper_id, other_paper_id) IN ((:one, :other), (:other, :one))")
                .param("one", paperOf(one))
                .param("other", paperOf(other))
                .query((row, _) -> row.getString(1))
                .list()
                .stream();
    }

    private String paperOf(PaperSubmitted submission) {
        return db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                .param("id", submission.submissionId())
                .query((row, _) -> row.getString(1))
                .single();
    }
}
