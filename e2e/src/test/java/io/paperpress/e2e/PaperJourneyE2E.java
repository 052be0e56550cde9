package io.paperpress.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A contributor submits a paper, follows it, finds it and reads it. */
class PaperJourneyE2E {

    private final SharedPress shared = SharedPress.get();
    private final Client client = shared.client();
    private final String token = shared.press().token("contributor");

    @Test
    void aSubmittedPaperCanBeFollowedFoundAndRead() {
        var submission = submit("""
                {"title": "Lanterns: <b>Sparse</b> Illumination of $n^2$ Attention", "shortName": "Lanterns",
                 "authors": ["Ada Erdős", {"name": "Bo Lindqvist", "orcid": "0000-0002-1825-0097"}],
                 "institutions": ["Peking University"], "venue": "ICLR", "year": 2025,
                 "abstract": "We light only what is looked at.", "identifiers": {"arxiv": "2511.00001"},
                 "links": [{"rel": "code", "label": "Pytorch", "url": "https://github.com/example/lanterns"}],
                 "keywords": ["attention_sparsity"],
                 "placements": [{"list": "materials", "section": ["Chapter IV: Secure LLM", "Subtopic 2: Watermarking"],
                                 "label": "Lanterns"}]}
                """);

        var published = follow(submission, "published");
        String paperId = published.path("paperId").asString();

        assertThat(stages(published))
                .containsSubsequence("received", "accepted")
                .contains("indexed", "published");
        assertThat(published.path("links").path("page").asString()).isEqualTo("/papers/" + paperId + "/");
        assertThat(client.json("/api/papers?identifier=arxiv:2511.00001v2")
                        .path("paperId")
                        .asString())
                .isEqualTo(paperId);
        assertThat(client.json("/api/search?q=lanterns")
                        .path("hits")
                        .path(0)
                        .path("paperId")
                        .asString())
                .isEqualTo(paperId);
        try (var browser = new Chromium()) {
            Page page = browser.open(client, "/papers/" + paperId + "/");
            assertThat(page.locator("h1")).containsText("Lanterns: <b>Sparse</b> Illumination");
            assertThat(page.locator("main")).containsText("Ada Erdős");
            browser.photograph("paper");
            page = browser.open(client, "/institutions/peking-university/");
            assertThat(page.locator("a[href='/papers/" + paperId + "/']").first())
                    .isVisible();
            page = browser.open(client, "/lists/materials/");
            assertThat(page.locator("main")).containsText("Lanterns");
        }
    }

    @Test
    void aPaperThatIsThereIsADuplicateAndOneThatSaysMoreAnUpdate() {
        var first =
                follow(submit("{\"title\": \"Twice Told Tales of Caching\", \"authors\": [\"Cy Two\"]}"), "published");

        var again =
                follow(submit("{\"title\": \"Twice Told Tales of Caching\", \"authors\": [\"Cy Two\"]}"), "duplicate");
        var more = follow(
                submit("{\"title\": \"Twice Told Tales of Caching\", \"authors\": [\"Cy Two\"], \"venue\": \"ICML\"}"),
                "published");

        assertThat(again.path("paperId")).isEqualTo(first.path("paperId"));
        assertThat(stages(more)).contains("updated");
        assertThat(client.json("/api/papers/" + first.path("paperId").asString())
                        .path("revision")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aPaperThatCannotBeListedIsRejectedWithItsReason() {
        var rejected = follow(submit("{\"title\": \"From the Far Future\", \"year\": 2999}"), "rejected");

        assertThat(rejected.path("problems").path(0).path("pointer").asString()).isEqualTo("/year");
    }

    /** Figures for people; no time is asserted. */
    @Test
    void latencyOfOnePaperAtATimeIsReported() {
        var toPage = new ArrayList<Long>();
        var toSearch = new ArrayList<Long>();
        for (int n = 0; n < 60; n++) {
            var posted = Instant.now();
            var submission =
                    submit("{\"title\": \"Latency Probe Number %d of Many\", \"year\": 2024, \"venue\": \"Blog\"}"
                            .formatted(n));
            var done = follow(submission, "published");
            if (n >= 10) {
                toPage.add(sinceUntil(posted, done, "published"));
                toSearch.add(sinceUntil(posted, done, "indexed"));
            }
        }
        System.out.printf("POST to page:   p50 %d ms, p99 %d ms%n", percentile(toPage, 50), percentile(toPage, 99));
        System.out.printf("POST to search: p50 %d ms, p99 %d ms%n", percentile(toSearch, 50), percentile(toSearch, 99));
        assertThat(toPage).hasSize(50);
    }

    private static long sinceUntil(Instant posted, JsonNode submission, String stage) {
        for (JsonNode step : submission.path("timeline")) {
            if (step.path("stage").asString().equals(stage)) {
                return Duration.between(posted, Instant.parse(step.path("at").asString()))
                        .toMillis();
            }
        }
        throw new IllegalStateException("No stage " + stage + " in " + submission);
    }

    private static long percentile(List<Long> values, int percent) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private String submit(String paper) {
        var answer = client.submit(token, "application/json", paper);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonMapper.shared()
                .readTree(answer.body())
                .path("submissions")
                .path(0)
                .path("location")
                .asString();
    }

    /** Follows a submission until it and its index entry and page have reached their end. */
    private JsonNode follow(String location, String status) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> client.json(location),
                        submission -> submission.path("status").asString().equals(status)
                                && (!status.equals("published")
                                        || stages(submission).contains("indexed")));
    }

    private static List<String> stages(JsonNode submission) {
        return StreamSupport.stream(submission.path("timeline").spliterator(), false)
                .map(step -> step.path("stage").asString())
                .toList();
    }
}
