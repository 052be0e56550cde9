package io.paperpress.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventJson;
import io.paperpress.common.web.TestTokens;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PaperEditingIT extends EditingTests {

    @Test
    void anEditIsARevisionThatSaysWhoAndWhy() throws Exception {
        String paper = listed(Said.of("Edited by Hand").in("arXiv", 2024).by("A B"));
        var answer = call(
                "PATCH",
                "/api/papers/" + paper + "?reason=It%20appeared%20there.",
                "{\"venue\": \"ICLR\", \"year\": null, \"authors\": [\"A B\", {\"name\": \"C D\", \"orcid\": \"0000-0002-1825-0097\"}]}",
                "If-Match",
                "\"1\"",
                "Content-Type",
                "application/merge-patch+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(etag(answer)).isEqualTo("\"2\"");
        var edited = body("/api/papers/" + paper);
        assertThat(edited.at("/venue").asString()).isEqualTo("ICLR");
        assertThat(edited.has("year")).isFalse();
        assertThat(edited.at("/authors/1/orcid").asString()).isEqualTo("0000-0002-1825-0097");
        var revision = body("/api/papers/" + paper + "/revisions/2");
        assertThat(revision.at("/action").asString()).isEqualTo("edit");
        assertThat(revision.at("/submitter").asString()).isEqualTo("test-maintainer");
        assertThat(revision.at("/reason").asString()).isEqualTo("It appeared there.");
        assertThat(revision.at("/changed").toString()).isEqualTo("[\"authors\",\"venue\",\"year\"]");

        submit(Said.of("Edited by Hand").in("NeurIPS", 2023).from("bob").submitted());
        var after = body("/api/papers/" + paper);
        assertThat(after.at("/venue").asString()).isEqualTo("ICLR");
        assertThat(after.has("year")).isFalse();
        assertThat(after.get("conflicts")).isEmpty();
    }

    @Test
    void everyFieldSaysWhoSaidItAndWhen() throws Exception {
        String paper = listed(Said.of("Claimed by Many").in("arXiv", 2024));
        submit(Said.of("Claimed by Many").in("ICML").from("bob").submitted());
        patch(paper, "{\"venue\": \"ICLR\", \"year\": null}");
        var fields = body("/api/papers/" + paper + "/claims").get("fields");
        var venue = fields.valueStream()
                .filter(field -> field.at("/field").asString().equals("venue"))
                .findFirst()
                .orElseThrow();
        assertThat(venue.at("/shown").asString()).isEqualTo("ICLR");
        assertThat(venue.at("/said/0/value").asString()).isEqualTo("ICLR");
        assertThat(venue.at("/said/0/shown").asBoolean()).isTrue();
        assertThat(venue.at("/said/0/source").asString()).startsWith("edit:");
        assertThat(venue.at("/said/1/value").asString()).isEqualTo("arXiv");
        assertThat(venue.at("/said/1/shown").asBoolean()).isFalse();
        assertThat(venue.at("/said/2/submitter").asString()).isEqualTo("bob");
        var year = fields.valueStream()
                .filter(field -> field.at("/field").asString().equals("year"))
                .findFirst()
                .orElseThrow();
        assertThat(year.has("shown")).isFalse();
        assertThat(year.at("/said/0/denied/0").asString()).isEqualTo("year");
        assertThat(year.at("/said/1/shown").asBoolean()).isFalse();
    }

    @Test
    void anEditThatIsNotInOrderChangesNothing() throws Exception {
        String paper = listed(Said.of("Left in Order").in("ICML", 2024));
        var answer = patch(paper, """
                {"venue": "ICLR", "revision": 7, "abstrcat": "x", "year": 1066, "title": null, "authors": "A B",
                 "links": [{"url": "javascript:alert(1)"}, 3], "identifiers": {"path": "x"}, "keywords": [null]}
                """);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/type").asString()).isEqualTo("/problems/invalid-change");
        assertThat(json(answer)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/revision",
                        "/abstrcat",
                        "/year",
                        "/title",
                        "/authors",
                        "/links/0/url",
                        "/links/1",
                        "/identifiers/path",
                        "/keywords/0");
        for (String odd : List.of("[]", "\"x\"", "null", "7")) {
            assertThat(patch(paper, odd).statusCode()).as(odd).isIn(400, 422);
        }
        assertThat(patch(paper, "{").statusCode()).isEqualTo(400);
        assertThat(patch("nosuchpaper0", "{}").statusCode()).isEqualTo(404);
        assertThat(revisions(paper)).isEqualTo("submission");
    }

    @Test
    void onlyMaintainersEdit() throws Exception {
        String paper = listed(Said.of("Not for Everybody"));
        for (String method : List.of("PATCH", "DELETE")) {
            assertThat(call(
                                    method,
                                    "/api/papers/" + paper,
                                    "{}",
                                    "If-Match",
                                    "*",
                                    "Authorization",
                                    "Bearer " + TestTokens.contributor())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void anEditSaysWhichStateItMeans() throws Exception {
        String paper = listed(Said.of("Seen Before").in("ICML"));
        assertThat(call("PATCH", "/api/papers/" + paper, "{\"year\": 2024}").statusCode())
                .isEqualTo(428);
        submit(Said.of("Seen Before").about("quantization").from("bob").submitted());
        var outdated = call("PATCH", "/api/papers/" + paper, "{\"year\": 2024}", "If-Match", "\"1\"");
        assertThat(outdated.statusCode()).isEqualTo(412);
        assertThat(etag(outdated)).isEqualTo("\"2\"");
        assertThat(json(outdated).at("/paper/revision").asInt()).isEqualTo(2);
        assertThat(json(outdated).at("/paper/keywords/0").asString()).isEqualTo("quantization");
        assertThat(call("PATCH", "/api/papers/" + paper, "{\"year\": 2024}", "If-Match", "W/\"2\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(call("PATCH", "/api/papers/" + paper, "{\"year\": 2024}", "If-Match", "\"9\", \"2\"")
                        .statusCode())
                .isEqualTo(200);
        var same = patch(paper, "{\"year\": 2024}");
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(etag(same)).isEqualTo("\"3\"");
    }

    @Test
    void ofTwoMaintainersAtOnceOneWinsAndTheOtherSeesWhatTheFirstDid() throws Exception {
        for (int round = 0; round < 10; round++) {
            String paper = listed(Said.of("Edited by Two at Once, Round " + round));
            var start = new CyclicBarrier(2);
            List<Callable<HttpResponse<String>>> edits = new ArrayList<>();
            for (String venue : List.of("ICML", "ICLR")) {
                edits.add(() -> {
                    start.await();
                    return call("PATCH", "/api/papers/" + paper, "{\"venue\": \"" + venue + "\"}", "If-Match", "\"1\"");
                });
            }
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                var answers = new ArrayList<HttpResponse<String>>();
                for (var answer : both.invokeAll(edits)) {
                    answers.add(answer.get());
                }
                assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 412);
                var won = answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .findFirst()
                        .orElseThrow();
                var lost = answers.stream()
                        .filter(answer -> answer.statusCode() == 412)
                        .findFirst()
                        .orElseThrow();
                assertThat(json(lost).at("/paper/venue")).isEqualTo(json(won).at("/venue"));
                assertThat(etag(lost)).isEqualTo("\"2\"");
            }
        }
    }

    @Test
    void oneOfSeveralLinksAndIdentifiersIsTakenAway() throws Exception {
        var submission = Said.of("Has a Wrong Link")
                .link("https://arxiv.org/abs/2610.00001")
                .link(Link.CODE, "https://github.com/a/b")
                .id("doi", "10.1000/right");
        String paper = listed(submission);
        var answer = patch(paper, """
                {"identifiers": {"arxiv": null},
                 "links": [{"rel": "code", "url": "https://github.com/a/b"}]}
                """);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).get("links")).hasSize(1);
        assertThat(json(answer).at("/identifiers").toString()).isEqualTo("{\"doi\":\"10.1000/right\"}");
        var other = Said.of("Quite Another Work of Somebody Else")
                .by("Z Z")
                .id("arxiv", "2610.00001")
                .submitted();
        submit(other);
        assertThat(paperOf(other.submissionId())).isNotEqualTo(paper);
        assertThat(get("/api/papers?identifier=arxiv:2610.00001").body()).contains("Quite Another Work");
    }

    @Test
    void aWithdrawnPaperLeavesATombstoneAndComesBack() throws Exception {
        String list = "withdrawn-" + System.nanoTime();
        String paper = listed(
                Said.of("Withdrawn for Good Reason").id("arxiv", "2610.00002").placed(list, "Label", "Section"));
        assertThat(call("DELETE", "/api/papers/" + paper, "{}", "If-Match", "*").statusCode())
                .isEqualTo(422);
        assertThat(call("DELETE", "/api/papers/" + paper, "{\"reason\": \"x\"}").statusCode())
                .isEqualTo(428);
        var gone = withdraw(paper, "Retracted by its authors.");
        assertThat(gone.statusCode()).as(gone.body()).isEqualTo(200);
        for (String path : List.of(paper, "?identifier=arxiv:2610.00002", paper + "/claims")) {
            var answer = get("/api/papers" + (path.startsWith("?") ? "" : "/") + path);
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(json(answer).at("/reason").asString()).isEqualTo("Retracted by its authors.");
            assertThat(json(answer).at("/paperTitle").asString()).isEqualTo("Withdrawn for Good Reason");
        }
        assertThat(patch(paper, "{\"year\": 2024}").statusCode()).isEqualTo(410);
        assertThat(get("/api/papers?size=1000").body()).doesNotContain(paper);
        assertThat(body("/api/lists/" + list).at("/sections/0/entries/0/label").asString())
                .isEqualTo("Label");
        assertThat(body("/api/lists/" + list).toString()).doesNotContain(paper);

        var again = Said.of(null).id("arxiv", "2610.00002").submitted();
        var titled = Said.of("Withdrawn for good reason").in(2024).submitted();
        submit(again, titled);
        assertThat(decision(again.submissionId())).isEqualTo("REJECTED");
        assertThat(decision(titled.submissionId())).isEqualTo("REJECTED");
        var tried = call(
                "POST", "/internal/dry-run", EventJson.mapper().writeValueAsString(Map.of("papers", List.of(titled))));
        assertThat(json(tried).at("/outlooks/0/problems/0/message").asString())
                .contains(paper, "Retracted by its authors.");

        var back = call("POST", "/api/papers/" + paper + "/restore", "{}");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(body("/api/papers/" + paper).at("/title").asString()).isEqualTo("Withdrawn for Good Reason");
        assertThat(body("/api/lists/" + list).toString()).contains(paper);
        submit(Said.of("Withdrawn for Good Reason").in(2024).from("bob").submitted());
        assertThat(revisions(paper)).isEqualTo("submission withdraw restore submission");
    }

    @Test
    void aPaperIsAnsweredAsItWasAtAnyTime() throws Exception {
        String paper = listed(Said.of("As It Was").in("arXiv"));
        String survivor = listed(Said.of("As It Came to Be"));
        patch(paper, "{\"venue\": \"ICLR\"}");
        withdraw(paper, "By mistake.");
        call("POST", "/api/papers/" + paper + "/restore", "{}");
        merge(paper, survivor);
        var times = new ArrayList<String>();
        body("/api/papers/" + paper + "/revisions")
                .get("revisions")
                .forEach(revision -> times.add(revision.at("/revisedAt").asString()));
        assertThat(times).hasSize(5);
        String path = "/api/papers/" + paper + "?asOf=";
        assertThat(body(path + times.get(0)).at("/venue").asString()).isEqualTo("arXiv");
        assertThat(body(path + times.get(1)).at("/venue").asString()).isEqualTo("ICLR");
        assertThat(get(path + times.get(2)).statusCode()).isEqualTo(410);
        assertThat(body(path + times.get(3)).at("/venue").asString()).isEqualTo("ICLR");
        var merged = get(path + times.get(4));
        assertThat(merged.statusCode()).isEqualTo(308);
        assertThat(merged.headers().firstValue("Location"))
                .hasValue("/api/papers/" + survivor + "?asOf=" + times.get(4));
        var before = get(path + Instant.parse(times.get(0)).minusSeconds(60));
        assertThat(before.statusCode()).isEqualTo(404);
        assertThat(json(before).at("/detail").asString()).contains("entered the catalogue");
        assertThat(get(path + "yesterday").statusCode()).isEqualTo(400);
        assertThat(get(path + times.get(1) + "&format=bibtex").body()).contains("ICLR");
    }

    @Test
    void tenThousandDeliveriesOfOneMessageAreOneRevision() {
        var submission = Said.of("Delivered Ten Thousand Times").in("ICML").submitted();
        var same = new Delivery<SubmissionEvent>("ten-thousand", Instant.EPOCH, submission);
        var batch = new ArrayList<Delivery<SubmissionEvent>>();
        for (int i = 0; i < 500; i++) {
            // half of them as their sender repeated it, under other ids
            batch.add(i % 2 == 0 ? same : new Delivery<>("ten-thousand-" + i, Instant.EPOCH, submission));
        }
        for (int i = 0; i < 20; i++) {
            handler.handle(batch);
        }
        assertThat(revisions(paperOf(submission.submissionId()))).isEqualTo("submission");
    }
}
