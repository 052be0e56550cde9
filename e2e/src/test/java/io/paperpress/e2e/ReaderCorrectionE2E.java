package io.paperpress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A contributor tries a paper before submitting it, a reader corrects it, a maintainer agrees. */
class ReaderCorrectionE2E {

    private static final String JSON = "application/json";
    private static final String PAPER = """
            {"title": "Bellows: Breathing Caches for Long Winters", "authors": ["Ida Frost"], "venue": "arXiv", "year": 2025}
            """;

    private final SharedPress shared = SharedPress.get();
    private final Client client = shared.client();
    private final String contributor = shared.press().token("contributor");
    private final String maintainer = shared.press().token("maintainer");

    @Test
    void aReadersCorrectionIsOnThePageOnceAMaintainerAgrees() {
        assertThat(tried().at("/submissions/0/status").asString()).isEqualTo("accepted");
        var submission = json(client.submit(contributor, JSON, PAPER), 202).at("/submissions/0");
        assertThat(toldToTheEnd(submission)).contains("event: stage", "\"stage\":\"published\"", "event: end");
        String paperId = client.json(submission.at("/location").asString())
                .at("/paperId")
                .asString();
        assertThat(tried().at("/submissions/0/status").asString()).isEqualTo("duplicate");
        assertThat(tried().at("/submissions/0/paperId").asString()).isEqualTo(paperId);

        var correction = json(
                post("/api/corrections", null, """
                        {"paperId": "%s", "field": "venue", "value": "MLSys", "reason": "It was published there.",
                         "contact": "reader@example.org"}
                        """.formatted(paperId)),
                202);
        String id = correction.at("/submissionId").asString();
        awaitStatus(id, "inReview");
        assertThat(client.json("/api/papers/" + paperId).at("/venue").asString())
                .isEqualTo("arXiv");
        assertThat(client.get("/api/reviews").statusCode()).isEqualTo(401);
        assertThat(client.get("/api/reviews?size=1000", maintainer).body()).contains(id);
        assertThat(client.get("/api/corrections/" + id, maintainer).body()).contains("reader@example.org");

        json(post("/api/reviews/" + id + "/approve", maintainer, "{}"), 200);
        assertThat(toldToTheEnd(correction))
                .contains("\"stage\":\"inReview\"", "\"stage\":\"updated\"", "\"stage\":\"published\"");
        assertThat(client.json("/api/papers/" + paperId).at("/venue").asString())
                .isEqualTo("MLSys");
        assertThat(client.get("/papers/" + paperId + "/").body())
                .contains("MLSys")
                .doesNotContain("reader@example.org");
        assertThat(client.get("/api/submissions/" + id + "/status.svg").body())
                .contains("<title id=\"t\">correction: published</title>");
    }

    private JsonNode tried() {
        return json(post("/api/submissions?dryRun=true", contributor, PAPER), 200);
    }

    /** The stream ends by itself. */
    private String toldToTheEnd(JsonNode submission) {
        return client.get(submission.at("/location").asString() + "/events").body();
    }

    private void awaitStatus(String submissionId, String status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(client.json("/api/submissions/" + submissionId)
                                .at("/status")
                                .asString())
                        .isEqualTo(status));
    }

    private HttpResponse<String> post(String path, @Nullable String token, String body) {
        return client.submit(path, token, JSON, BodyPublishers.ofString(body));
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
