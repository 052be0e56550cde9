package io.paperpress.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.web.TestTokens;
import io.paperpress.ingest.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats over HTTP: which type is read as what, and what is told of an archive. */
class FormatsIT extends RunningService {

    private static final String PROTOTXT = "paper {\n  title: \"One message %s\"\n}\n";

    @Test
    void aMessageIsTakenWithItsPath() {
        var answer = submit(
                "?path=meta/2025/One.prototxt",
                "text/x-prototxt",
                PROTOTXT.formatted(1).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/received").intValue()).isEqualTo(1);
    }

    /** curl names the first where it is told nothing: its body must come whole all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/octet-stream",
                "text/plain",
                "text/plain;charset=UTF-8",
                ""
            })
    void whatNobodyNamedIsToldByItsBeginning(String type) {
        for (var body : new String[] {
            "{\"title\": \"A & B = C + D %41\"}\n{\"title\": \"Second\"}\n",
            PROTOTXT.formatted(2) + "\n",
            "https://arxiv.org/abs/2205.14135\narXiv:2307.08691\n"
        }) {
            var request = request("/api/submissions?list=found", BodyPublishers.ofString(body))
                    .header("Authorization", "Bearer " + TestTokens.contributor());
            var answer = send(type.isEmpty() ? request : request.header("Content-Type", type));

            assertThat(answer.status()).describedAs(body).isEqualTo(202);
            assertThat(answer.json().at("/received").intValue()).isEqualTo(body.startsWith("paper") ? 1 : 2);
            assertThat(answer.json().at("/refused").intValue()).isZero();
        }
    }

    @Test
    void ofAnArchiveTheFilesAtFaultAreNamed() throws IOException {
        var answer = submit(
                "",
                "application/zip",
                zip(Map.of(
                        "meta/2025/A.prototxt", PROTOTXT.formatted(3),
                        "meta/2025/B.prototxt", "paper {\n ?",
                        "meta/2025/C.prototxt", "",
                        "notes/2025/A/note.md", "# A note")));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/received").intValue()).isEqualTo(1);
        assertThat(answer.json().at("/refused").intValue()).isEqualTo(2);
        assertThat(answer.text("/errors/0/file")).isEqualTo("meta/2025/B.prototxt");
        assertThat(answer.json().at("/errors/0/line").intValue()).isEqualTo(2);
        assertThat(answer.text("/errors/1/file")).isEqualTo("meta/2025/C.prototxt");
        assertThat(answer.json().at("/errors/1/line").isMissingNode()).isTrue();

        var batch = get("/api/batches/" + answer.text("/batchId"));
        assertThat(batch.json().at("/errors")).isEqualTo(answer.json().at("/errors"));
    }

    @Test
    void anArchiveInWhichNothingCanBeReadIsABadRequestThatNamesItsFiles() throws IOException {
        var answer = submit("", "application/octet-stream", zip(Map.of("../up.json", "{\"title\": \"A\"}")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/type")).isEqualTo("/problems/nothing-to-read");
        assertThat(answer.text("/errors/0/file")).isEqualTo("../up.json");
        assertThat(answer.text("/errors/0/message")).contains("leads out of the archive");
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
