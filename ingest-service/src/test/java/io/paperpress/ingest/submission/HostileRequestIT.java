package io.paperpress.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.web.TestTokens;
import io.paperpress.ingest.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client sends by accident: each gets a problem document, and the next request works. */
class HostileRequestIT extends RunningService {

    private static final String OK_HEADERS = "Host: localhost\r\n";

    @AfterEach
    void theNextRequestWorks() {
        assertThat(submit("application/json", "{\"title\": \"The next one %s\"}".formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/submissions/a|b",
                "/api/submissions/a\\b",
                "/api/submissions/%",
                "/api/submissions/%zz",
                "/api/submissions/%00",
                "/api/submissions/%2e%2e/x",
                "/api/submissions/../../x",
                "/api//submissions/x",
                "/api/submissions/x;jsessionid=1",
                "/api/submissions/%2F%2F",
                "/api/submissions/\u00ff",
                "no-slash",
                "*"
            })
    void anAddressThatIsNoneIsAProblem(String path) {
        isProblem(raw("GET " + path + " HTTP/1.1\r\n" + OK_HEADERS + "Connection: close\r\n\r\n"));
    }

    @Test
    void headersThatAreNoneAreAProblem() {
        String line = "GET /api/submissions/x HTTP/1.1\r\n";
        String end = "Connection: close\r\n\r\n";
        for (String headers : new String[] {
            "", // no host
            "Host: a b\r\n",
            OK_HEADERS + "X-Long: " + "x".repeat(20_000) + "\r\n",
            OK_HEADERS + "Content-Length: -1\r\n",
            OK_HEADERS + "Content-Length: 1\r\nContent-Length: 2\r\n",
            OK_HEADERS + "Transfer-Encoding: nonsense\r\n"
        }) {
            isProblem(raw(line + headers + end));
        }
    }

    @Test
    void aMethodThatIsNoneIsAProblem() {
        for (String method : new String[] {"TRACE", "CONNECT", "BREW", "G\u0001T"}) {
            isProblem(raw(method + " /api/submissions/x HTTP/1.1\r\n" + OK_HEADERS + "Connection: close\r\n\r\n"));
        }
    }

    @Test
    void aBodyThatBreaksOffIsAProblemOrNothing() {
        String call = "POST /api/submissions HTTP/1.1\r\n" + OK_HEADERS + "Content-Type: application/json\r\n"
                + "Authorization: Bearer " + TestTokens.contributor() + "\r\n";
        isProblem(raw(call + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n{\"title\": \"A\"}\r\n"));
        raw(call + "Content-Length: 1000\r\n\r\n{\"title\": ");
    }

    @Test
    void deepNestingIsRefusedInFewWords() {
        for (String body : new String[] {
            "{\"title\": " + "[".repeat(50_000) + "]".repeat(50_000) + "}",
            "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000),
            "[".repeat(100_000),
            "{\"title\": \"A\", \"year\": " + "9".repeat(50_000) + "}",
            "{\"title\": \"A\", \"" + "n".repeat(50_000) + "\": 1}"
        }) {
            var answer = submit("application/json", body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/type")).isEqualTo("/problems/nothing-to-read");
            assertThat(answer.http().body()).doesNotContain("Exception", "StreamReadConstraints", "\tat ");
        }
    }

    @Test
    void whoCallsTooOftenIsToldToWaitAndOthersAreNot() {
        var token = TestTokens.token("hasty", "contributor", Duration.ofHours(1));
        int calls = 0;
        Answer answer;
        do {
            answer = send(request("/api/submissions", BodyPublishers.ofString("x"))
                    .header("Content-Type", "text/unknown")
                    .header("Authorization", "Bearer " + token));
            calls++;
        } while (answer.status() == 415);
        assertThat(calls).isBetween(1000, 1100);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text("/type")).isEqualTo("/problems/too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 10);
    }

    @Test
    void everyAnswerForbidsWhatNoAnswerNeeds() {
        for (String path : new String[] {"/api/submissions/x", "/nothing", "/api/batches/x?size=0"}) {
            var answer = get(path);
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    private static void isProblem(String answer) {
        assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|501).*");
        String lower = answer.toLowerCase(java.util.Locale.ROOT);
        assertThat(lower).contains("content-type: application/problem+json", "\"type\":\"/problems/");
        assertThat(answer).doesNotContain("<html", "Exception", "\tat ", "Tomcat");
    }

    /** Sends these bytes, and gives back all that comes. */
    private String raw(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
