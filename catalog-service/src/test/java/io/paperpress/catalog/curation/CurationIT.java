package io.paperpress.catalog.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.web.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every fix is followed as it is given, to the letter. */
class CurationIT extends CatalogServiceTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private JdbcClient db;

    @Test
    void aPlaceholderIsTakenOut() throws Exception {
        String paper =
                listed(Said.of("With a Placeholder").by("Ada Byron", "Name").at("Inst1", "CMU"));
        for (JsonNode finding : open(paper, "placeholder")) {
            follow(only(open(paper, "placeholder"), finding.path("message").asString()), "Take ");
        }
        assertThat(open(paper, "placeholder")).isEmpty();
        var shown = json(get("/api/papers/" + paper));
        assertThat(shown.at("/authors")).hasSize(1);
        assertThat(shown.at("/authors/0/name").asString()).isEqualTo("Ada Byron");
        assertThat(shown.path("institutions").toString()).isEqualTo("[\"CMU\"]");
    }

    @Test
    void aConflictIsSettledByTheValueThatIsChosen() throws Exception {
        String paper = listed(Said.of("Of Two Venues")
                .by("Ada Byron")
                .id("arxiv", "2609.00001")
                .in("ICML", 2024));
        submit(Said.of("Of Two Venues")
                .by("Ada Byron")
                .id("arxiv", "2609.00001")
                .in("ACL", 2023)
                .from("bob")
                .submitted());
        assertThat(open(paper, "conflicting-claims")).hasSize(2);
        var venue = only(open(paper, "conflicting-claims"), "ACL");
        assertThat(venue.at("/values")).hasSize(2);
        assertThat(venue.at("/paper/title").asString()).isEqualTo("Of Two Venues");
        follow(venue, "Say “ACL”");
        follow(only(open(paper, "conflicting-claims"), "2023"), "Say “2023”");
        assertThat(open(paper, "conflicting-claims")).isEmpty();
        var shown = json(get("/api/papers/" + paper));
        assertThat(shown.path("venue").asString()).isEqualTo("ACL");
        assertThat(shown.path("year").asInt()).isEqualTo(2023);
    }

    @Test
    void twoPapersThatMayBeOneAreMergedOrSaidToBeTwo() throws Exception {
        String one = listed(Said.of("Perhaps One Work of Two Lists").in(2020));
        String other = listed(Said.of("A Work That Perhaps Is on Two Lists").in(2020));
        String third = listed(Said.of("A Third That Is Another").in(2020));
        doubt(one, other);
        doubt(one, third);
        follow(only(open(one, "possible-duplicate"), third), "These are two works");
        assertThat(open(third, "possible-duplicate")).isEmpty();
        follow(only(open(one, "possible-duplicate"), other), "Merge “A Work That Perhaps Is on Two Lists” into");
        assertThat(open(one, "possible-duplicate")).isEmpty();
        assertThat(get("/api/papers/" + other).statusCode()).isEqualTo(308);
    }

    private void doubt(String one, String other) {
        db.sql("""
                INSERT INTO finding (kind, paper_id, other_paper_id, submission_id, message, score, found_at)
                VALUES ('possible-duplicate', :one, :other, 's', 'Alike', 0.9, now())
                """).param("one", one).param("other", other).update();
    }

    @Test
    void anOldPreprintIsRemarkedAndGetsItsVenue() throws Exception {
        String paper = listed(Said.of("Long a Preprint")
                .by("Ada Byron")
                .id("arxiv", "1908.00002")
                .in("arXiv", 2019));
        String young = listed(Said.of("A Young Preprint").in("arXiv", 2026));
        submit(Said.of("Long a Preprint")
                .by("Ada Byron")
                .id("arxiv", "1908.00002")
                .in("ICLR", 2020)
                .from("bob")
                .submitted());
        assertThat(open(young, "stale-preprint")).isEmpty();
        follow(open(paper, "stale-preprint").getFirst(), "Published at ICLR 2020");
        assertThat(open(paper, "stale-preprint")).isEmpty();
        assertThat(json(get("/api/papers/" + paper)).path("venue").asString()).isEqualTo("ICLR");
    }

    @Test
    void anUnknownKeywordBecomesKnown() throws Exception {
        String paper = listed(Said.of("Of an Unknown Keyword").about("never/heard of"));
        var fix = fix(only(open(paper, "unknown-keyword"), "never/heard of"), "Know");
        assertThat(send(fix).statusCode()).isBetween(200, 201);
        assertThat(json(get("/api/vocabularies/keyword")).toString()).contains("never/heard of");
    }

    @Test
    void aForeignLabelBecomesThePapersOwn() throws Exception {
        var own = Said.of("Owner: A Paper of Its Name").called("Owner").submitted();
        var named =
                Said.of("Named: The Paper Whose Name Is Used").called("Named").submitted();
        submit(own, named);
        submit(new ListSubmitted(
                "list-of-labels",
                "batch",
                "ada",
                Instant.parse("2026-11-22T12:00:00Z"),
                "labels",
                "Labels",
                List.of(
                        new ListEntry("Named", "C", List.of(new ListItem(own.submissionId(), null, "C", null))),
                        new ListEntry("The Other", "C", List.of(new ListItem(named.submissionId(), null, "C", null)))),
                List.of()));
        var finding = findings("?kind=foreign-label&list=labels").getFirst();
        follow(finding, "Label it “Owner”");
        assertThat(findings("?kind=foreign-label&list=labels")).isEmpty();
        assertThat(json(get("/api/lists/labels")).at("/entries/0/label").asString())
                .isEqualTo("Owner");
    }

    @Test
    void anAliasIsMadeAsProposed() throws Exception {
        db.sql("""
                INSERT INTO alias_proposal (proposal_id, kind, name, canonical, score, reasons, evidence, found_at)
                VALUES ('proposal-1', 'institution', 'The Curated University', 'Curated University', 0.9, '{alike}', '{"papers": 1, "canonicalPapers": 2, "examples": [], "canonicalExamples": []}', now())
                """).update();
        var finding = only(findings("?kind=alias-proposal"), "The Curated University");
        assertThat(finding.at("/evidence/reasons/0").asString()).isEqualTo("alike");
        var fix = fix(finding, "“The Curated University” is");
        assertThat(send(fix).statusCode()).isBetween(200, 201);
        assertThat(get(fix.path("path").asString()).statusCode()).isEqualTo(200);
        follow(finding, "Dismiss");
        assertThat(findings("?kind=alias-proposal").toString()).doesNotContain("The Curated University");
    }

    @Test
    void whatIsDismissedStaysSoWhenItIsFoundAgain() throws Exception {
        String paper = listed(Said.of("Dismissed for Good").by("Name"));
        var finding = open(paper, "placeholder").getFirst();
        String id = finding.path("id").asString();
        follow(finding, "Dismiss");
        assertThat(open(paper, "placeholder")).isEmpty();
        var dismissed = findings("?state=dismissed&paper=" + paper).getFirst();
        assertThat(dismissed.path("dismissedBy").asString()).isEqualTo("test-maintainer");
        assertThat(dismissed.path("dismissalReason").asString()).isNotEmpty();

        submit(Said.of("Dismissed for Good")
                .by("Name")
                .called("DfG")
                .from("bob")
                .submitted());
        assertThat(open(paper, "placeholder")).isEmpty();
        assertThat(call("DELETE", "/api/curation/" + id + "/dismiss").statusCode())
                .isEqualTo(200);
        assertThat(open(paper, "placeholder")).hasSize(1);
    }

    @Test
    void findingsAreCountedAndPaged() throws Exception {
        for (int n = 0; n < 5; n++) {
            listed(Said.of("Paged " + n).by("Name"));
        }
        var ids = new ArrayList<String>();
        String after = "";
        do {
            var page = json(get("/api/curation?kind=placeholder&size=2" + after));
            page.path("findings").forEach(one -> ids.add(one.path("id").asString()));
            assertThat(page.at("/counts/placeholder").asLong()).isGreaterThanOrEqualTo(5);
            after = page.has("after") ? "&after=" + page.path("after").asString() : "";
        } while (!after.isEmpty());
        assertThat(ids).doesNotHaveDuplicates();
        assertThat((long) ids.size())
                .isEqualTo(json(get("/api/curation")).at("/counts/placeholder").asLong());
    }

    @Test
    void whatCannotBeIsRefused() throws Exception {
        assertThat(get("/api/curation?after=nonsense").statusCode()).isEqualTo(400);
        assertThat(get("/api/curation?state=odd").statusCode()).isEqualTo(400);
        assertThat(get("/api/curation/0123").statusCode()).isEqualTo(404);
        assertThat(call("POST", "/api/curation/0123/dismiss").statusCode()).isEqualTo(404);
        String paper = listed(Said.of("Not for Everybody to Dismiss").by("Name"));
        String id = open(paper, "placeholder").getFirst().path("id").asString();
        var anybody = HttpRequest.newBuilder(at("/api/curation/" + id + "/dismiss"))
                .POST(BodyPublishers.noBody())
                .build();
        assertThat(http.send(anybody, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    private List<JsonNode> open(String paper, String kind) throws Exception {
        return findings("?paper=" + paper + "&kind=" + kind);
    }

    private List<JsonNode> findings(String query) throws Exception {
        var answer = get("/api/curation" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("findings").valueStream().toList();
    }

    private static JsonNode only(List<JsonNode> findings, String about) {
        return findings.stream()
                .filter(one -> one.toString().contains(about))
                .findFirst()
                .orElseThrow(() -> new AssertionError("None is about " + about + ": " + findings));
    }

    private void follow(JsonNode finding, String label) throws Exception {
        var answer = send(fix(finding, label));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    }

    private static JsonNode fix(JsonNode finding, String label) {
        return finding.path("fixes")
                .valueStream()
                .filter(one -> one.path("label").asString().startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No fix " + label + ": " + finding));
    }

    private HttpResponse<String> send(JsonNode fix) throws Exception {
        var request = HttpRequest.newBuilder(at(fix.path("path").asString()))
                .method(
                        fix.path("method").asString(),
                        BodyPublishers.ofString(fix.path("body").toString()));
        if (fix.at("/headers/Content-Type").isMissingNode()) {
            request.header("Content-Type", "application/json");
        }
        fix.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asString()));
        return http.send(
                request.header("Authorization", "Bearer " + TestTokens.maintainer())
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(at(path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + TestTokens.maintainer());
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private String listed(Said said) {
        var submission = said.submitted();
        submit(submission);
        return db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                .param("id", submission.submissionId())
                .query(String.class)
                .single();
    }

    private void submit(SubmissionEvent... submissions) {
        handler.handle(Stream.of(submissions)
                .map(submission ->
                        new Delivery<SubmissionEvent>("ce-" + submission.submissionId(), Instant.now(), submission))
                .toList());
    }
}
