package io.paperpress.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Topics;
import io.paperpress.common.web.TestTokens;
import io.paperpress.ingest.RunningService;
import io.paperpress.ingest.Topic;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionIT extends RunningService {

    @Test
    void aReaderWithoutAnAccountProposesAnotherValue() {
        var answer = correct("""
                {"paperId": "k3v9d0m5x2r7", "field": "authors", "value": "Grace Hopper",
                 "reason": "  She wrote it alone. ", "contact": "reader@example.org"}
                """, null);
        assertThat(answer.status()).isEqualTo(202);
        String id = answer.text("/submissionId");
        assertThat(answer.text("/status")).isEqualTo("received");
        assertThat(answer.header("Location")).isEqualTo("/api/submissions/" + id);

        var view = get("/api/submissions/" + id);
        assertThat(view.text("/kind")).isEqualTo("correction");
        assertThat(view.http().body()).doesNotContain("example.org");
        assertThat(Topic.ofBatch(Topics.SUBMISSIONS, view.text("/batchId")))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.type()).contains("RevisionSubmitted");
                    assertThat(said.key()).isEqualTo("k3v9d0m5x2r7");
                    assertThat(said.body().at("/submitter").asString()).isEqualTo("reader");
                    assertThat(said.body().at("/paper/authors/0/name").asString())
                            .isEqualTo("Grace Hopper");
                    assertThat(said.body().at("/reason").asString()).isEqualTo("She wrote it alone.");
                    assertThat(said.body().toString()).doesNotContain("example.org");
                });
    }

    @Test
    void onlyMaintainersSeeHowToReachTheReader() {
        var id = correct("""
                {"paperId": "k3v9d0m5x2r7", "field": "year", "value": "2024", "reason": "Typo.", "contact": "me@example.org"}
                """, null).text("/submissionId");
        assertThat(contact(id, null).status()).isEqualTo(401);
        assertThat(contact(id, TestTokens.contributor()).status()).isEqualTo(403);
        assertThat(contact(id, TestTokens.maintainer()).text("/contact")).isEqualTo("me@example.org");
        assertThat(contact(id, TestTokens.maintainer()).header("Cache-Control")).contains("no-store");
        assertThat(contact("nobody", TestTokens.maintainer()).status()).isEqualTo(404);
    }

    @Test
    void whoHasAnAccountIsNamed() {
        var id = correct(
                        "{\"paperId\": \"k3v9d0m5x2r7\", \"field\": \"links\", \"value\": [{\"rel\": \"code\", \"url\": \"https://x.example\"}], \"reason\": \"Found it.\"}",
                        TestTokens.contributor())
                .text("/submissionId");
        var said =
                Topic.ofBatch(Topics.SUBMISSIONS, get("/api/submissions/" + id).text("/batchId"));
        assertThat(said.getFirst().body().at("/submitter").asString()).isEqualTo("test-contributor");
        assertThat(correct("{}", "garbage").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"field\": \"venue\", \"value\": \"ICML\", \"reason\": \"R\"} | /paperId",
                "{\"paperId\": \"../x\", \"field\": \"venue\", \"value\": \"ICML\", \"reason\": \"R\"} | /paperId",
                "{\"paperId\": \"k3v9d0m5x2r7\", \"value\": \"ICML\", \"reason\": \"R\"} | /field",
                "{\"paperId\": \"k3v9d0m5x2r7\", \"field\": \"path\", \"value\": \"a.prototxt\", \"reason\": \"R\"} | /field",
                "{\"paperId\": \"k3v9d0m5x2r7\", \"field\": \"venue\", \"reason\": \"R\"} | /value",
                "{\"paperId\": \"k3v9d0m5x2r7\", \"field\": \"venue\", \"value\": \" \", \"reason\": \"R\"} | /value",
                "{\"paperId\": \"k3v9d0m5x2r7\", \"field\": \"venue\", \"value\": [1], \"reason\": \"R\"} | /value",
                "{\"paperId\": \"k3v9d0m5x2r7\", \"field\": \"year\", \"value\": \"soon\", \"reason\": \"R\"} | /value",
                "{\"paperId\": \"k3v9d0m5x2r7\", \"field\": \"links\", \"value\": [{}], \"reason\": \"R\"} | /value/0/url",
                "{\"paperId\": \"k3v9d0m5x2r7\", \"field\": \"venue\", \"value\": \"ICML\"} | /reason",
                "[] | ''",
            })
    void whatCannotBeReadIsToldByItsPointer(String body, String pointer) {
        var answer = correct(body, null);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/type")).isEqualTo("/problems/nothing-to-read");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void whatIsNoCorrectionAtAllIsAProblem() {
        assertThat(correct("nonsense", null).status()).isEqualTo(400);
        assertThat(correct("{".repeat(10_000), null).status()).isEqualTo(400);
        assertThat(correct("x".repeat(200_000), null).status()).isEqualTo(413);
        assertThat(send(request("/api/corrections", BodyPublishers.ofString("a=b"))
                                .header("Content-Type", "application/x-www-form-urlencoded"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aRevisionInASubmissionIsAProposalToo() {
        var answer = submit("application/json", """
                [{"revises": "k3v9d0m5x2r7", "venue": "ICLR", "year": 2025},
                 {"revises": "k3v9d0m5x2r7", "path": "meta/2025/A.prototxt"},
                 {"revises": "not an id", "venue": "ICLR"}]
                """);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/received").intValue()).isEqualTo(1);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/path");
        assertThat(answer.text("/errors/1/pointer")).isEqualTo("/revises");
        assertThat(get(answer.text("/submissions/0/location")).text("/kind")).isEqualTo("revision");
        assertThat(Topic.ofBatch(Topics.SUBMISSIONS, answer.text("/batchId")))
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.type()).contains("RevisionSubmitted");
                    assertThat(said.body().at("/paper/year").intValue()).isEqualTo(2025);
                    assertThat(said.body().at("/submitter").asString()).isEqualTo("test-contributor");
                });
    }

    private Answer correct(String body, @Nullable String token) {
        var request = request("/api/corrections", BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "203.0.113." + (int) (Math.random() * 250));
        return send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private Answer contact(String id, @Nullable String token) {
        var request = requestGet("/api/corrections/" + id);
        return send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    @Test
    void oneAddressCannotFloodTheReviews() {
        int status;
        int calls = 0;
        do {
            status = send(request("/api/corrections", BodyPublishers.ofString("{}"))
                            .header("Content-Type", "application/json")
                            .header("X-Forwarded-For", "198.51.100.7"))
                    .status();
            calls++;
        } while (status == 400);
        assertThat(status).isEqualTo(429);
        assertThat(calls).isBetween(50, 52);
    }
}
