package io.paperpress.catalog.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class DryRunHttpIT extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aDryRunSaysWhatSubmittingDoesThen() throws Exception {
        var known = Said.of("Tried Before It Was Done")
                .id("arxiv", "2606.00001")
                .in("arXiv", 2026)
                .submitted();
        submit(known);
        var more = Said.of("Tried Before It Was Done")
                .id("arxiv", "2606.00001")
                .called("TBD")
                .in("ICLR", 2026)
                .from("bob")
                .submitted();
        var same = Said.of("Tried Before It Was Done").in("arXiv").from("eve").submitted();
        var fresh = Said.of("Tried and Not Listed").by("Ada Byron").submitted();
        var again = Said.of("Tried and Not Listed").in(2025).submitted();
        var refused = Said.of("Tried in the Wrong Century").in(1786).submitted();
        var all = new PaperSubmitted[] {more, same, fresh, again, refused};

        long before = rows();
        var outlooks = tried(List.of(all), List.of());
        assertThat(rows()).isEqualTo(before);
        submit(all);

        for (int i = 0; i < all.length; i++) {
            assertThat(outlooks.at("/" + i + "/decision").asString()).isEqualTo(decision(all[i].submissionId()));
        }
        String id = paperOf(known.submissionId());
        assertThat(outlooks.at("/0/paperId").asString()).isEqualTo(id);
        assertThat(outlooks.at("/0/revision").longValue()).isEqualTo(2);
        assertThat(outlooks.at("/0/changes").toString()).isEqualTo("[{\"field\":\"shortName\",\"after\":\"TBD\"}]");
        assertThat(outlooks.at("/0/notShown").toString())
                .isEqualTo("[{\"field\":\"venue\",\"value\":\"ICLR\",\"shown\":\"arXiv\"}]");
        assertThat(outlooks.at("/1/duplicatesOf/0/paperId").asString()).isEqualTo(id);
        assertThat(outlooks.at("/1/changes")).isEmpty();
        assertThat(outlooks.at("/2/paperId").isMissingNode()).isTrue();
        assertThat(outlooks.at("/2/changes").findValues("field").stream().map(JsonNode::asString))
                .containsExactly("title", "authors");
        assertThat(outlooks.at("/3/sameAs").asString()).isEqualTo(fresh.submissionId());
        assertThat(outlooks.at("/3/paperId").isMissingNode()).isTrue();
        assertThat(outlooks.at("/4/problems/0/pointer").asString()).isEqualTo("/year");
    }

    @Test
    void aListIsTriedWithItsPapers() throws Exception {
        var paper = Said.of("On a Page That Is Tried").onList("tried").submitted();
        var page = page("page-tried-1", paper, "2026-11-22T12:00:00Z");
        assertThat(tried(List.of(paper), List.of(page)).at("/1/decision").asString())
                .isEqualTo("ACCEPTED");
        submit(paper, page);
        var again = Said.of("On a Page That Is Tried").onList("tried").submitted();
        var samePage = page("page-tried-2", again, "2026-11-22T13:00:00Z");
        assertThat(tried(List.of(again), List.of(samePage)).at("/1/decision").asString())
                .isEqualTo("DUPLICATE");
        var oldPage = page("page-tried-3", again, "2026-11-22T11:00:00Z");
        assertThat(tried(List.of(again), List.of(oldPage)).at("/1/decision").asString())
                .isEqualTo("REJECTED");
    }

    @Test
    void aDryRunWaitsForNobodyAndHoldsNobodyUp() throws Exception {
        var known = Said.of("Held by Somebody Else").id("arxiv", "2606.00002").submitted();
        submit(known);
        var more = Said.of("Held by Somebody Else").in(2025).submitted();
        transaction.executeWithoutResult(_ -> {
            db.sql("SELECT 1 FROM paper WHERE paper_id = :id FOR UPDATE")
                    .param("id", paperOf(known.submissionId()))
                    .query(_ -> {});
            assertThat(triedQuietly(more).at("/0/decision").asString()).isEqualTo("UPDATED");
        });
    }

    @Test
    void onlyContributorsAsk() throws Exception {
        assertThat(ask("{}", null).statusCode()).isEqualTo(401);
        assertThat(ask("{", TestTokens.contributor()).statusCode()).isEqualTo(400);
        assertThat(ask("{\"papers\": [{}]}", TestTokens.contributor()).statusCode())
                .isEqualTo(400);
        assertThat(ask("{}", TestTokens.contributor()).body()).isEqualTo("{\"outlooks\":[]}");
    }

    private static ListSubmitted page(String id, PaperSubmitted paper, String at) {
        return new ListSubmitted(
                id,
                "batch",
                "ada",
                Instant.parse(at),
                "tried",
                "Tried",
                List.of(new ListEntry("Label", null, List.of(new ListItem(paper.submissionId(), null, null, null)))),
                List.of());
    }

    private JsonNode triedQuietly(PaperSubmitted paper) {
        try {
            return tried(List.of(paper), List.of());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode tried(List<PaperSubmitted> papers, List<ListSubmitted> lists) throws Exception {
        var question = EventJson.mapper().writeValueAsString(Map.of("papers", papers, "lists", lists));
        var answer = ask(question, TestTokens.contributor());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return EventJson.mapper().readTree(answer.body()).get("outlooks");
    }

    private HttpResponse<String> ask(String body, @Nullable String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/internal/dry-run"))
                .header("Content-Type", "application/json")
                .timeout(java.time.Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void submit(SubmissionEvent... events) {
        handler.handle(Arrays.stream(events)
                .map(event -> new Delivery<SubmissionEvent>("dry-" + event.submissionId(), Instant.EPOCH, event))
                .toList());
    }

    private long rows() {
        return db.sql("""
                SELECT (SELECT count(*) FROM paper) + (SELECT count(*) FROM paper_revision)
                     + (SELECT count(*) FROM submission_outcome) + (SELECT count(*) FROM finding)
                     + (SELECT count(*) FROM inbox)
                """).query(Long.class).single();
    }

    private String decision(String submissionId) {
        return db.sql("SELECT decision FROM submission_outcome WHERE submission_id = :id")
                .param("id", submissionId)
                .query(String.class)
                .single();
    }

    private String paperOf(String submissionId) {
        return db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                .param("id", submissionId)
                .query((row, _) -> row.getString(1))
                .single();
    }
}
