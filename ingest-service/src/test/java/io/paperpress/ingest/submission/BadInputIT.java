package io.paperpress.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.web.TestTokens;
import io.paperpress.ingest.RunningService;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputIT extends RunningService {

    private static final String JSON = "application/json";
    private static final int HUNDRED_MEGABYTES = 100_000_000;

    @AfterEach
    void theNextRequestWorks() {
        var next = submit(JSON, "{\"title\": \"The next one %s\"}".formatted(UUID.randomUUID()));
        assertThat(next.status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/markdown"})
    void anEmptyBodyIsABadRequest(String type) {
        for (var body : List.of("", "  \n\n")) {
            var answer = submit(type, body);
            isProblem(answer, 400, "nothing-to-read");
        }
    }

    @Test
    void brokenJsonIsABadRequestThatSaysWhere() {
        var answer = submit(JSON, "{\n  \"title\": \"A\",\n  oops\n}");
        isProblem(answer, 400, "nothing-to-read");
        assertThat(answer.json().at("/errors/0/line").intValue()).isEqualTo(3);
        assertThat(answer.text("/errors/0/message")).contains("not JSON");
    }

    @Test
    void aFieldOfTheWrongTypeIsToldByItsPointer() {
        var answer = submit(JSON, "{\"title\": \"A\", \"year\": \"soon\"}");
        isProblem(answer, 400, "nothing-to-read");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/year");
    }

    @Test
    void aPaperThatWouldNotTravelIsRefused() {
        var authors =
                IntStream.range(0, 15_000).mapToObj(i -> "\"A%d\"".formatted(i)).collect(Collectors.joining(","));
        var answer = submit(JSON, "{\"title\": \"A\", \"authors\": [%s]}".formatted(authors));
        isProblem(answer, 400, "nothing-to-read");
        assertThat(answer.text("/errors/0/message")).contains("too large to be taken");
    }

    @Test
    void invalidUtf8IsABadRequest() {
        byte[] body = "{\"title\": \"?\"}".getBytes(StandardCharsets.UTF_8);
        body[11] = (byte) 0xFE;
        for (var type : List.of(JSON, "application/x-ndjson")) {
            var answer = submit("", type, body);
            isProblem(answer, 400, "nothing-to-read");
            assertThat(answer.text("/errors/0/message")).contains("UTF-8");
        }
    }

    @Test
    void markdownWithoutATableIsABadRequest() {
        isProblem(submit("text/markdown", "# Hello\n"), 400, "nothing-to-read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/zip", "text/x-prototxt", "text/uri-list"})
    void whatIsNotOfItsTypeIsABadRequest(String type) {
        isProblem(submit(type, "?! nothing of the kind"), 400, "nothing-to-read");
    }

    @Test
    void aMessageThatCannotBeReadIsToldByLineAndColumn() {
        var answer = submit("text/x-prototxt", "paper {\n  title: \"A\n}\n");
        isProblem(answer, 400, "nothing-to-read");
        assertThat(answer.json().at("/errors/0/line").intValue()).isEqualTo(2);
        assertThat(answer.text("/errors/0/message")).contains("column 10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "text/plain",
                "application/xml",
                "application/json;charset=ISO-8859-1",
                "text/plain;charset=ISO-8859-1",
                "nonsense"
            })
    void aWrongContentTypeIsAnsweredWithTheRightOnes(String type) {
        var answer = submit(type, "list=x&title=y");
        isProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.text("/detail")).contains("application/json", "application/x-ndjson", "text/markdown");
    }

    @Test
    void noContentTypeAndNothingThatTellsIsAnsweredWithTheRightOnes() {
        var answer = send(request("/api/submissions", BodyPublishers.ofString("hello"))
                .header("Authorization", "Bearer " + TestTokens.contributor()));
        isProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.text("/detail")).contains("application/json", "application/zip");
    }

    @Test
    void aBodyOf100MegabytesIsTooLongWithoutBeingRead() {
        var answer = submit("", "application/x-ndjson", new byte[HUNDRED_MEGABYTES]);
        isProblem(answer, 413, "content-too-large");
        assertThat(answer.text("/detail")).contains("Nothing of it was taken");
    }

    @Test
    void aBodyOf100MegabytesThatDoesNotSayItsLengthIsTooLongToo() {
        for (var type : List.of(JSON, "application/x-ndjson")) {
            var answer =
                    send(request("/api/submissions", BodyPublishers.ofInputStream(() -> new Endless(HUNDRED_MEGABYTES)))
                            .header("Content-Type", type)
                            .header("Authorization", "Bearer " + TestTokens.contributor()));
            isProblem(answer, 413, "content-too-large");
        }
    }

    @Test
    void aBodyOf100MegabytesWithoutATokenIsUnauthorized() {
        isProblem(
                send(request("/api/submissions", BodyPublishers.ofByteArray(new byte[HUNDRED_MEGABYTES]))
                        .header("Content-Type", JSON)),
                401,
                "unauthorized");
    }

    @Test
    void aMissingOrWrongTokenIsUnauthorized() {
        for (var token : List.of("", "Bearer garbage", "Bearer " + TestTokens.expired(), "Basic dGVzdDp0ZXN0")) {
            var call = request("/api/submissions", BodyPublishers.ofString("{\"title\": \"A\"}"))
                    .header("Content-Type", JSON);
            isProblem(send(token.isEmpty() ? call : call.header("Authorization", token)), 401, "unauthorized");
        }
    }

    @Test
    void aTokenWithoutTheRoleIsForbidden() {
        var token = TestTokens.token("reader", "reader", java.time.Duration.ofHours(1));
        isProblem(
                send(request("/api/submissions", BodyPublishers.ofString("{\"title\": \"A\"}"))
                        .header("Content-Type", JSON)
                        .header("Authorization", "Bearer " + token)),
                403,
                "forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?dryRun=",
                "?dryRun=maybe",
                "?list=Not%20A%20Slug",
                "?section=A",
                "?list=a&section=",
                "?list=../x",
                "?path=../x.prototxt",
                "?path=/etc/passwd",
                "?path=meta/2025/x.txt"
            })
    void aParameterThatCannotBeMeantIsABadRequest(String query) {
        var answer = submit(query, JSON, "{\"title\": \"A\"}".getBytes(StandardCharsets.UTF_8));
        isProblem(answer, 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?size=0", "?size=1001", "?size=x", "?after=x"})
    void aBatchPageThatCannotBeMeantIsABadRequest(String query) {
        assertThat(get("/api/batches/x" + query).status()).isEqualTo(400);
    }

    @Test
    void anIdWithStrangeCharactersIsNotFound() {
        for (var id : List.of("%27%20or%201=1", "%00", "a".repeat(5000))) {
            assertThat(get("/api/submissions/" + id).status()).isBetween(400, 404);
        }
    }

    private static void isProblem(Answer answer, int status, String kind) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo("/problems/" + kind);
        assertThat(answer.json().at("/status").intValue()).isEqualTo(status);
        assertThat(answer.text("/title")).isNotEmpty();
        assertThat(answer.text("/detail")).isNotEmpty();
    }

    /** A body of blanks. */
    private static final class Endless extends InputStream {

        private int left;

        Endless(int length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int read = Math.min(left, length);
            java.util.Arrays.fill(into, offset, offset + read, (byte) ' ');
            left -= read;
            return read == 0 ? -1 : read;
        }
    }
}
