package io.paperpress.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Topics;
import io.paperpress.common.web.TestTokens;
import io.paperpress.ingest.RunningService;
import io.paperpress.ingest.Topic;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SubmissionIT extends RunningService {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String MARKDOWN = "text/markdown";

    @Test
    void aSubmissionIsOnTheTopicUnderItsStrongestIdentifierWhenItIsAnswered() {
        var answer = submit(JSON, """
                {"title": "FlexPrefill", "authors": ["Xunhao Lai"], "tags": 1,
                 "links": [{"url": "https://arxiv.org/pdf/2502.20766v2"}]}""");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Location")).isEqualTo("/api/batches/" + answer.text("/batchId"));
        assertThat(answer.json().at("/received").intValue()).isEqualTo(1);
        assertThat(answer.json().at("/refused").intValue()).isZero();
        assertThat(answer.text("/submissions/0/status")).isEqualTo("received");
        assertThat(answer.text("/submissions/0/location"))
                .isEqualTo("/api/submissions/" + answer.text("/submissions/0/submissionId"));

        assertThat(Topic.ofBatch(Topics.SUBMISSIONS, answer.text("/batchId")))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.key()).isEqualTo("arxiv:2502.20766");
                    assertThat(said.type()).contains("PaperSubmitted");
                    assertThat(said.headers())
                            .containsKeys("ce_id", "ce_source", "ce_time", "ce_specversion", "traceparent");
                    assertThat(said.body().at("/submissionId").asString())
                            .isEqualTo(answer.text("/submissions/0/submissionId"));
                    assertThat(said.body().at("/submitter").asString()).isEqualTo("test-contributor");
                    assertThat(said.body().at("/source/key").asString()).isEqualTo("submitter:test-contributor");
                    assertThat(said.body().at("/paper/title").asString()).isEqualTo("FlexPrefill");
                    assertThat(said.body().at("/warnings/0/pointer").asString()).isEqualTo("/tags");
                });
    }

    @Test
    void aSubmissionCanBeAskedForAtOnceAndWithoutAToken() {
        var id =
                submit(JSON, "{\"title\": \"A paper of its own\", \"tags\": 1}").text("/submissions/0/submissionId");
        var view = get("/api/submissions/" + id);
        assertThat(id).matches("[0-9a-hjkmnp-tv-z]{26}");
        assertThat(view.status()).isEqualTo(200);
        assertThat(view.text("/status")).isEqualTo("received");
        assertThat(view.text("/kind")).isEqualTo("paper");
        assertThat(view.text("/timeline/0/stage")).isEqualTo("received");
        assertThat(view.json().at("/timeline")).hasSize(1);
        assertThat(view.text("/warnings/0/pointer")).isEqualTo("/tags");
        assertThat(view.json().has("paperId")).isFalse();
    }

    @Test
    void aTitleIsTheKeyWhereNothingStrongerIsKnown() {
        var batch = submit(JSON, "{\"title\": \"Only a Title, truly\"}").text("/batchId");
        assertThat(Topic.ofBatch(Topics.SUBMISSIONS, batch))
                .extracting(Topic.Said::key)
                .containsExactly("title:onlyatitletruly");
    }

    @Test
    void aReadingListPageBecomesItsPapersAndThenTheList() {
        var answer = submit("", MARKDOWN, sample("materials.md"));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/received").intValue()).isEqualTo(93);

        var said = Topic.ofBatch(Topics.SUBMISSIONS, answer.text("/batchId"));
        var papers = said.stream()
                .filter(one -> one.type().contains("PaperSubmitted"))
                .toList();
        var lists = said.stream()
                .filter(one -> one.type().contains("ListSubmitted"))
                .toList();
        assertThat(papers).hasSize(92);
        assertThat(papers).allSatisfy(paper -> {
            assertThat(paper.body().at("/source/key").asString()).isEqualTo("list:materials");
            assertThat(paper.body().at("/source/kind").asString()).isEqualTo("CITATION");
        });
        assertThat(lists).singleElement().satisfies(list -> {
            assertThat(list.key()).isEqualTo("materials");
            assertThat(list.body().at("/title").asString()).isEqualTo("Materials");
            assertThat(list.body().findValues("submissionId").stream()
                            .map(JsonNode::asString)
                            .collect(Collectors.toSet()))
                    .containsAll(ids(papers.stream().map(Topic.Said::body).toList()))
                    .hasSize(93);
        });
        var last = answer.json().at("/submissions/92/submissionId").asString();
        assertThat(get("/api/submissions/" + last).text("/kind")).isEqualTo("list");
    }

    @Test
    void aGroupingPageBecomesARecordAPath() {
        var answer = submit("", MARKDOWN, sample("efficient-papers.md"));
        assertThat(answer.json().at("/received").intValue()).isEqualTo(295);
        var said = Topic.ofBatch(Topics.SUBMISSIONS, answer.text("/batchId"));
        assertThat(said).hasSize(295);
        assertThat(said).allSatisfy(one -> {
            assertThat(one.body().at("/source/kind").asString()).isEqualTo("RECORD");
            assertThat(one.body().at("/source/key").asString())
                    .isEqualTo("path:" + one.body().at("/paper/path").asString());
        });
    }

    @Test
    void oneBadEntryCostsNoGoodOneAndTheBatchPagesThemAll() {
        var body = IntStream.range(0, 230)
                .mapToObj(i -> i % 10 == 3
                        ? "broken " + i
                        : "{\"title\": \"Numbered paper %d of the bad entries\"}".formatted(i))
                .collect(Collectors.joining("\n"));
        var answer = submit(NDJSON, body);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/received").intValue()).isEqualTo(207);
        assertThat(answer.json().at("/refused").intValue()).isEqualTo(23);
        assertThat(answer.json().at("/errors/1/index").intValue()).isEqualTo(13);
        assertThat(answer.json().at("/errors/1/line").intValue()).isEqualTo(14);

        var seen = new java.util.ArrayList<Integer>();
        String after = "-1";
        int pages = 0;
        while (!after.isEmpty()) {
            var page = get("/api/batches/%s?size=100&after=%s".formatted(answer.text("/batchId"), after));
            assertThat(page.json().at("/totals/received").intValue()).isEqualTo(207);
            page.json()
                    .at("/submissions")
                    .forEach(one -> seen.add(one.at("/index").intValue()));
            page.json().at("/errors").forEach(one -> seen.add(one.at("/index").intValue()));
            after = page.json().has("after") ? page.json().get("after").asString() : "";
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 230).boxed().toList());
    }

    @Test
    void entriesAreOnTheTopicInTheOrderOfTheBody() {
        var body = IntStream.range(0, 120)
                .mapToObj(i -> "{\"title\": \"Version %d\", \"identifiers\": {\"arxiv\": \"2401.00001\"}}".formatted(i))
                .collect(Collectors.joining("\n"));
        var batch = submit(NDJSON, body).text("/batchId");
        assertThat(Topic.ofBatch(Topics.SUBMISSIONS, batch))
                .extracting(said -> said.body().at("/paper/title").asString())
                .containsExactlyElementsOf(
                        IntStream.range(0, 120).mapToObj(i -> "Version " + i).toList());
    }

    @Test
    void theCallPlacesItsEntriesOnAList() {
        var answer = submit(
                "?list=mine&section=One,%20two&section=Three",
                JSON, "{\"title\": \"Placed by its call\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(Topic.ofBatch(Topics.SUBMISSIONS, answer.text("/batchId")))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.body().at("/placements/0/list").asString()).isEqualTo("mine");
                    assertThat(said.body().at("/placements/0/section/0").asString())
                            .isEqualTo("One, two");
                    assertThat(said.body().at("/placements/0/section/1").asString())
                            .isEqualTo("Three");
                });
    }

    @Test
    void theSameIdempotencyKeyAnswersWithTheFirstBatchAndSubmitsNothing() {
        var first = submitWithKey("key-1", "{\"title\": \"Sent twice\"}");
        var second = submitWithKey("key-1", "{\"title\": \"Sent twice\"}");
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(Topic.ofBatch(Topics.SUBMISSIONS, first.text("/batchId"))).hasSize(1);

        var other = submitWithKey("key-1", "{\"title\": \"Something else\"}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/type")).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void aCallThatFailedLeavesItsIdempotencyKeyFree() {
        assertThat(submitWithKey("key-2", "nonsense").status()).isEqualTo(400);
        assertThat(submitWithKey("key-2", "{\"title\": \"Now it works\"}").status())
                .isEqualTo(202);
    }

    @Test
    void whatIsNotKnownIsNotFound() {
        for (var path : Set.of("/api/submissions/nope", "/api/batches/nope")) {
            var answer = get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    private Answer submitWithKey(String key, String body) {
        return send(request("/api/submissions", BodyPublishers.ofString(body))
                .header("Content-Type", JSON)
                .header("Idempotency-Key", key)
                .header("Authorization", "Bearer " + TestTokens.contributor()));
    }

    private static Set<String> ids(Iterable<JsonNode> bodies) {
        return StreamSupport.stream(bodies.spliterator(), false)
                .map(body -> body.at("/submissionId").asString())
                .collect(Collectors.toSet());
    }

    private static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Path.of(System.getProperty("paperpress.root", ".."))
                    .resolve("samples")
                    .resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
