package io.paperpress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong is told plainly, costs nobody else anything, and leaves the service alive. */
class BadInputE2E {

    private static final int TOO_LARGE = 100 * 1024 * 1024;

    private final SharedPress shared = SharedPress.get();
    private final Client client = shared.client();
    private final String token = shared.press().token("contributor");

    @AfterEach
    void theNextRequestWorks() {
        var answer = client.submit(token, "application/json", "{\"title\": \"A Paper After the Storm\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    @Test
    void anEmptyBodyIsABadRequest() {
        problem(post("application/json", BodyPublishers.noBody()), 400);
    }

    @Test
    void brokenJsonIsABadRequest() {
        problem(post("application/json", BodyPublishers.ofString("{\"title\": ")), 400);
    }

    @Test
    void invalidUtf8IsABadRequest() {
        byte[] body = "{\"title\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        problem(post("application/json", BodyPublishers.ofByteArray(body)), 400);
    }

    @Test
    void anUnknownTypeIsToldWhatIsSupported() {
        var problem = problem(post("application/pdf", BodyPublishers.ofString("%PDF")), 415);

        assertThat(problem.path("detail").asString()).contains("application/x-ndjson");
    }

    @Test
    void aBodyOf100MegabytesIsTooLarge() {
        problem(post("application/x-ndjson", BodyPublishers.ofInputStream(Blanks::new)), 413);
        problem(
                post(
                        "application/x-ndjson",
                        BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(Blanks::new), TOO_LARGE)),
                413);
    }

    @Test
    void aMissingOrWrongTokenIsUnauthorized() {
        problem(client.submit(null, "application/json", "{\"title\": \"No Token\"}"), 401);
        problem(client.submit("not-a-token", "application/json", "{\"title\": \"Wrong Token\"}"), 401);
    }

    @Test
    void aBadLineCostsNoGoodOne() {
        var answer = post(
                "application/x-ndjson",
                BodyPublishers.ofString(
                        "{\"title\": \"First of Three Fine Lines\"}\nnot json\n{\"title\": \"Third of Three Fine Lines\"}\n"));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        assertThat(body.path("received").asInt()).isEqualTo(2);
        assertThat(body.path("refused").asInt()).isEqualTo(1);
        assertThat(body.path("errors").path(0).path("line").asInt()).isEqualTo(2);
        String batch = answer.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> client.json(batch).path("totals").path("published").asInt() == 2);
    }

    private HttpResponse<String> post(String type, BodyPublisher body) {
        return client.submit("/api/submissions", token, type, body);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).startsWith("/problems/");
        assertThat(problem.path("detail").asString()).isNotBlank();
        return problem;
    }

    /** A hundred megabytes of blanks that take no memory. */
    private static final class Blanks extends InputStream {

        private int left = TOO_LARGE;

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte @Nullable [] buffer, int offset, int length) {
            int count = Math.min(left, length);
            left -= count;
            return count > 0 ? count : -1;
        }
    }
}
