package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatDetectorTest {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSL = "application/vnd.citationstyles.csl+json";
    private static final String BIBTEX = "application/x-bibtex";
    private static final String LINKS = "text/uri-list";
    private static final String MARKDOWN = "text/markdown";

    @Test
    void jsonIsToldFromJsonALineAndFromCsl() {
        assertThat(detect("{\"title\": \"A\"}")).isEqualTo(JSON);
        assertThat(detect("\uFEFF  [ {\"title\": \"A\"}, {")).isEqualTo(JSON);
        assertThat(detect("{\n  \"title\": \"A\"\n}\n")).isEqualTo(JSON);
        assertThat(detect("{\"title\": \"A\"}\n{\"title\": \"B\"}\n")).isEqualTo(NDJSON);
        assertThat(detect("{\"title\": \"A\", \"type\": \"x\", \"authors\": []}\n{"))
                .isEqualTo(NDJSON);
        assertThat(detect("[{\"id\": \"x\", \"type\": \"article-journal\", \"title\": \"A\"}]"))
                .isEqualTo(CSL);
        assertThat(detect(
                        "[\n {\n \"id\":\"x\",\"author\":[{\"family\":\"Dao\"}],\"issued\":{\"date-parts\":[[2022]]}"))
                .isEqualTo(CSL);
        assertThat(detect("[]")).isEqualTo(JSON);
        assertThat(detect("{oops")).isEqualTo(JSON);
        assertThat(detect("{\"abstract\": \"" + "x".repeat(100_000))).isEqualTo(JSON);
    }

    @Test
    void anArchiveBeginsWithItsMagic() {
        assertThat(FormatDetector.detect(new byte[] {'P', 'K', 3, 4, 0, 0})).isEqualTo("application/zip");
        assertThat(FormatDetector.detect(new byte[] {'P', 'K', 5, 6, 0, 0})).isEqualTo("application/zip");
    }

    @Test
    void theSamplesAreMarkdown() {
        assertThat(FormatDetector.detect(Entries.sample("materials.md"))).isEqualTo(MARKDOWN);
        assertThat(FormatDetector.detect(Entries.sample("efficient-papers.md"))).isEqualTo(MARKDOWN);
    }

    @Test
    void listsOfLinksAreMarkdown() {
        assertThat(detect("# Awesome\n\n- [A paper](https://arxiv.org/abs/2205.14135) - Tri Dao\n"))
                .isEqualTo(MARKDOWN);
        assertThat(detect("[![badge](https://x.org/b.svg)](https://x.org)\n# A\n"))
                .isEqualTo(MARKDOWN);
        assertThat(detect("| Title | Year |\n|---|---|\n| A | 2020 |\n")).isEqualTo(MARKDOWN);
        assertThat(detect("* https://arxiv.org/abs/2205.14135\n")).isEqualTo(MARKDOWN);
    }

    @Test
    void bibliographies() {
        assertThat(detect("% Encoding: UTF-8\n\n@article{x, title={A}}")).isEqualTo(BIBTEX);
        assertThat(detect("Exported from somewhere\n@inproceedings(x,\n title = \"A\")\n"))
                .isEqualTo(BIBTEX);
        assertThat(detect("TY  - JOUR\r\nTI  - A\r\nER  - \r\n")).isEqualTo("application/x-research-info-systems");
    }

    @Test
    void aMessageOfTheTree() {
        assertThat(detect("# comment\npaper {\n  title: \"A\"\n}\n")).isEqualTo("text/x-prototxt");
        assertThat(detect("update_time: 12\npaper{}")).isEqualTo("text/x-prototxt");
    }

    @Test
    void linksAndIdentifiersALine() {
        assertThat(detect("https://arxiv.org/abs/2205.14135")).isEqualTo(LINKS);
        assertThat(detect("# mine\r\narXiv:2205.14135\r\n10.1145/3600006.3613165\r\n"))
                .isEqualTo(LINKS);
        assertThat(detect("2205.14135\n2307.08691\noops\n")).isEqualTo(LINKS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list=x&title=y",
                "hello",
                "<?xml version='1.0'?><a/>",
                "%PDF-1.7",
                "title,year\nA,2020\n",
                "# Heading\n\nprose\n"
            })
    void otherThingsAreNone(String text) {
        assertThat(detect(text)).isNull();
    }

    @Test
    void binaryIsNone() {
        assertThat(FormatDetector.detect(new byte[] {1, 0, 2, 3})).isNull();
    }

    @Test
    void theBodyStaysWhereItWas() throws IOException {
        byte[] body = "{\"title\": \"A\"}\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        var stream = new BufferedInputStream(new ByteArrayInputStream(body));
        assertThat(FormatDetector.detect(stream)).isEqualTo(NDJSON);
        assertThat(stream.readAllBytes()).isEqualTo(body);
    }

    private static @Nullable String detect(String text) {
        return FormatDetector.detect(text.getBytes(StandardCharsets.UTF_8));
    }
}
