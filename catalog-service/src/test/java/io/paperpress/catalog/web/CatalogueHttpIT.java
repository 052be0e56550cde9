package io.paperpress.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueHttpIT extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private JdbcClient db;

    @Test
    void aPaperIsGivenOutInTheFormatThatIsWanted() throws Exception {
        var submission = Said.of("Given Out in Many Formats")
                .by("Ada Byron")
                .in("ICML", 2024)
                .submitted();
        submit(submission);
        String paper = "/api/papers/" + paperOf(submission.submissionId());
        for (String format : List.of("bibtex", "ris", "csl", "prototxt", "jsonld")) {
            var answer = get(paper + "?format=" + format);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Given Out in Many Formats");
            assertThat(answer.headers().firstValue("ETag")).contains("\"1-" + format + "\"");
        }
        assertThat(accepting(paper, "application/x-bibtex").body()).startsWith("@inproceedings{byron2024given,");
        assertThat(accepting(paper, "application/x-bibtex;q=0.5, application/json")
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/json");
        assertThat(accepting(paper, "text/html,*/*;q=0.8").statusCode()).isEqualTo(200);
        assertThat(accepting(paper, "image/png").statusCode()).isEqualTo(406);
        assertThat(get(paper + "?format=word").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> accepting(String path, String types) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", types)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aPaperIsAnsweredWithItsRevisionAsETag() throws Exception {
        var submission = Said.of("Answered &amp; Tagged")
                .called("AT")
                .by("Ada Byron", "Charles Babbage")
                .in("ICML", 2024)
                .link("https://arxiv.org/abs/2605.00001v2")
                .placed("answered", null, "Section")
                .submitted();
        submit(submission, Said.of("Answered & Tagged").in("arXiv").from("bob").submitted());
        String id = paperOf(submission.submissionId());
        var response = get("/api/papers/" + id);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("ETag")).contains("\"2\"");
        var paper = json.readTree(response.body());
        assertThat(paper.get("paperId").asString()).isEqualTo(id);
        assertThat(paper.get("title").asString()).isEqualTo("Answered & Tagged");
        assertThat(paper.at("/authors/1/name").asString()).isEqualTo("Charles Babbage");
        assertThat(paper.at("/identifiers/arxiv").asString()).isEqualTo("2605.00001");
        assertThat(paper.at("/sources/0/values/title").asString()).isEqualTo("Answered &amp; Tagged");
        assertThat(paper.at("/conflicts/0/field").asString()).isEqualTo("venue");
        assertThat(paper.at("/lists/0").asString()).isEqualTo("answered");
        assertThat(get("/api/papers/" + id, "If-None-Match", "\"2\"").statusCode())
                .isEqualTo(304);
    }

    @Test
    void aPaperIsFoundByAnyFormOfItsIdentifier() throws Exception {
        var submission =
                Said.of("Found by Its Identifier").id("arxiv", "2605.00002").submitted();
        submit(submission);
        for (String form : List.of("arxiv:2605.00002", "2605.00002v3", "https://arxiv.org/pdf/2605.00002.pdf")) {
            assertThat(body("/api/papers?identifier=" + form).get("paperId").asString())
                    .isEqualTo(paperOf(submission.submissionId()));
        }
    }

    @Test
    void whatIsNotThereIsAProblem() throws Exception {
        for (String path : List.of(
                "/api/papers/nosuchpaper0",
                "/api/papers/nosuchpaper0/revisions",
                "/api/papers/nosuchpaper0/revisions/1",
                "/api/papers?identifier=arxiv:9999.99999",
                "/api/lists/no-such-list")) {
            var response = get(path);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void aPageThatCannotBeGivenIsAProblem() throws Exception {
        for (String query : List.of("size=0", "size=1001", "size=x", "after=%2F%2F", "after=JyI")) {
            var response = get("/api/papers?" + query);
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void allPapersAreWalkedWithoutAGap() throws Exception {
        submit(
                Said.of("Walked by, First").submitted(),
                Said.of("Walked by, Second").submitted(),
                Said.of("Walked by, Third").submitted());
        var walked = new ArrayList<String>();
        String after = "";
        do {
            var page = body("/api/papers?size=2" + after);
            page.get("papers").forEach(paper -> walked.add(paper.get("paperId").asString()));
            after = page.has("after") ? "&after=" + page.get("after").asString() : "";
        } while (!after.isEmpty());
        assertThat(walked).doesNotHaveDuplicates();
        assertThat(walked)
                .hasSize(Math.toIntExact(body("/api/papers?size=1").get("total").asLong()));
    }

    @Test
    void revisionsSayWhoChangedWhatWhenFromWhichSubmission() throws Exception {
        var first = Said.of("Revised in Public").in("ICML").submitted();
        var second = Said.of("Revised in Public").in(2025).from("bob").submitted();
        submit(first, second);
        String id = paperOf(first.submissionId());
        var revisions = body("/api/papers/" + id + "/revisions").get("revisions");
        assertThat(revisions.size()).isEqualTo(2);
        assertThat(revisions.at("/1/submitter").asString()).isEqualTo("bob");
        assertThat(revisions.at("/1/submissionId").asString()).isEqualTo(second.submissionId());
        assertThat(revisions.at("/1/changed").toString()).isEqualTo("[\"year\"]");
        var old = body("/api/papers/" + id + "/revisions/1");
        assertThat(old.at("/paper/title").asString()).isEqualTo("Revised in Public");
        assertThat(old.at("/paper/year").isMissingNode()).isTrue();
    }

    @Test
    void listsAreAnsweredAsTrees() throws Exception {
        var paper = Said.of("On a Tree").onList("tree").submitted();
        submit(
                paper,
                new ListSubmitted(
                        "list-of-a-tree",
                        "batch",
                        "ada",
                        Instant.parse("2026-11-22T12:00:00Z"),
                        "tree",
                        "A Tree",
                        List.of(),
                        List.of(new ListSection(
                                "Chapter",
                                List.of(),
                                List.of(new ListSection(
                                        "Part",
                                        List.of(new ListEntry(
                                                "Label",
                                                "Citation",
                                                List.of(new ListItem(paper.submissionId(), null, "Citation", null)))),
                                        List.of()))))));
        var list = body("/api/lists/tree");
        assertThat(list.at("/title").asString()).isEqualTo("A Tree");
        assertThat(list.at("/sections/0/sections/0/entries/0/items/0/paperId").asString())
                .isEqualTo(paperOf(paper.submissionId()));
        assertThat(body("/api/lists")
                        .get("lists")
                        .valueStream()
                        .map(entry -> entry.get("slug").asString()))
                .contains("tree");
    }

    @Test
    void openFindingsAreListed() throws Exception {
        submit(Said.of("Found Wanting").at("inst1").submitted());
        var findings = body("/api/curation?kind=placeholder&size=1000").get("findings");
        assertThat(findings.valueStream().map(finding -> finding.get("message").asString()))
                .anyMatch(message -> message.contains("inst1"));
    }

    @Test
    void writingIsForThoseWithAToken() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/papers/x"))
                .DELETE()
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    private void submit(SubmissionEvent... events) {
        handler.handle(Arrays.stream(events)
                .map(event -> new Delivery<SubmissionEvent>("http-" + event.submissionId(), Instant.EPOCH, event))
                .toList());
    }

    private String paperOf(String submissionId) {
        return db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                .param("id", submissionId)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private JsonNode body(String path) throws Exception {
        var response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
