package io.paperpress.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.web.TestTokens;
import io.paperpress.ingest.CatalogueStandIn;
import io.paperpress.ingest.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DryRunIT extends RunningService {

    private static final String NDJSON = "application/x-ndjson";

    @Autowired
    JdbcClient jdbc;

    @Test
    void theCatalogueSaysWhatWouldBecomeOfEachEntryAndNothingIsStored() {
        long before = stored();
        var answer = dryRun(NDJSON, "{\"title\": \"Tried out\", \"tags\": 1}\nbroken\n{\"title\": \"Tried too\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/dryRun").booleanValue()).isTrue();
        assertThat(answer.json().at("/received").intValue()).isEqualTo(2);
        assertThat(answer.json().at("/refused").intValue()).isEqualTo(1);
        assertThat(answer.json().at("/checked").intValue()).isEqualTo(2);
        assertThat(answer.json().at("/errors/0/line").intValue()).isEqualTo(2);
        assertThat(answer.json().at("/errors/0/index").intValue()).isEqualTo(1);
        assertThat(answer.json().at("/submissions/1/index").intValue()).isEqualTo(2);
        assertThat(answer.text("/submissions/0/status")).isEqualTo("updated");
        assertThat(answer.text("/submissions/0/paperId")).isEqualTo("known0000001");
        assertThat(answer.text("/submissions/0/duplicatesOf/0/reasons/0")).contains("same title");
        assertThat(answer.text("/submissions/0/changes/0/field")).isEqualTo("venue");
        assertThat(answer.text("/submissions/0/changes/0/before")).isEqualTo("arXiv");
        assertThat(answer.text("/submissions/0/warnings/0/pointer")).isEqualTo("/tags");
        assertThat(answer.text("/submissions/0/warnings/1/message")).isEqualTo("Odd.");
        assertThat(answer.json().has("batchId")).isFalse();
        assertThat(stored()).isEqualTo(before);

        var asked = CatalogueStandIn.INSTANCE.asked().getLast();
        assertThat(asked.authorization()).startsWith("Bearer ey");
        assertThat(asked.question().at("/papers/0/submitter").asString()).isEqualTo("test-contributor");
        assertThat(asked.question().at("/papers/0/paper/title").asString()).isEqualTo("Tried out");
    }

    @Test
    void aWholeListPageIsTriedWithItsPapers() {
        var answer = dryRun("text/markdown", sample("materials.md"));
        assertThat(answer.json().at("/received").intValue()).isEqualTo(93);
        assertThat(answer.json().at("/checked").intValue()).isEqualTo(93);
        assertThat(answer.text("/submissions/92/kind")).isEqualTo("list");
        assertThat(answer.text("/submissions/92/list")).isEqualTo("materials");
    }

    @Test
    void ofALongBodyTheFirstEntriesAreTriedAndTheAnswerSaysSo() {
        var body = IntStream.range(0, 300)
                .mapToObj(i -> "{\"title\": \"Long body %d\"}".formatted(i))
                .collect(Collectors.joining("\n"));
        var answer = dryRun(NDJSON, body);
        assertThat(answer.json().at("/received").intValue()).isEqualTo(300);
        assertThat(answer.json().at("/checked").intValue()).isEqualTo(200);
        assertThat(answer.json().at("/submissions")).hasSize(200);
        assertThat(answer.text("/note")).contains("first 200 of the 300");
    }

    @Test
    void withoutTheCatalogueThereIsNoAnswer() {
        try {
            CatalogueStandIn.INSTANCE.answerWith(503);
            var answer = dryRun(NDJSON, "{\"title\": \"Nobody there\"}");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
            assertThat(answer.text("/detail")).contains("Nothing was stored");
        } finally {
            CatalogueStandIn.INSTANCE.answerWith(200);
        }
    }

    @Test
    void whatCannotBeReadIsTheSameProblemAsInEarnest() {
        var answer = dryRun("application/json", "{\"title\": \"A\", \"year\": \"soon\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/year");
    }

    @Test
    void anIdempotencyKeyIsNotUsedUp() {
        var dry = send(request("/api/submissions?dryRun=true", BodyPublishers.ofString("{\"title\": \"First tried\"}"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "dry-1")
                .header("Authorization", "Bearer " + TestTokens.contributor()));
        assertThat(dry.status()).isEqualTo(200);
        var earnest = send(request("/api/submissions", BodyPublishers.ofString("{\"title\": \"Then submitted\"}"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "dry-1")
                .header("Authorization", "Bearer " + TestTokens.contributor()));
        assertThat(earnest.status()).isEqualTo(202);
    }

    private Answer dryRun(String type, String body) {
        return submit("?dryRun=true", type, body.getBytes(StandardCharsets.UTF_8));
    }

    private long stored() {
        return jdbc.sql("select count(*) from submission").query(Long.class).single();
    }

    private static String sample(String name) {
        try {
            return Files.readString(Path.of(System.getProperty("paperpress.root", ".."))
                    .resolve("samples")
                    .resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
