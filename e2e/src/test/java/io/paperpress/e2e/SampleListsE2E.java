package io.paperpress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two lists of the first users go in through the public endpoint and come back out. */
class SampleListsE2E {

    private static final String MENDED =
            "| [MIRAGE](./meta/2025/MIRAGE.prototxt) | [MIRAGE: KV Cache Optimization through Parameter Remapping"
                    + " for Multi-tenant LLM Serving](http://arxiv.org/abs/2507.11507v1) |  |"
                    + " ![Publish](https://img.shields.io/badge/2025-arXiv-1E88E5) |  |"
                    + " [note](./notes/2025/MIRAGE/note.md) |";

    private final SharedPress shared = SharedPress.get();
    private final Client client = shared.client();

    @Test
    void everyWorkOfBothListsStandsOnceInCatalogueIndexAndSite() {
        assertThat(shared.catalogueAfterStart()).hasSize(295 + 84 - 22);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(client.index()).isEqualTo(client.catalogue()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(client.site()).isEqualTo(client.catalogue()));
    }

    @Test
    void theGeneratedListComesBackByteForByteButForItsTwoBrokenRows() {
        String page = SharedPress.sample("efficient-papers.md");
        List<String> lines = new ArrayList<>(List.of(page.split("\n", -1)));
        assertThat(lines.remove(1788)).isEqualTo(lines.remove(1788)).contains("badge/-![Publish]");
        // Rows are sorted by their Publish cell: the mended row follows the last one of its group, 2025-ICLR.
        assertThat(lines.get(1790)).startsWith("| [R-Sparse]");
        lines.add(1791, MENDED);
        String expected = String.join("\n", lines);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                client.get("/markdown/cls_institution.md").body())
                        .isEqualTo(expected));
    }

    @Test
    void theReadingListComesBackRowByRow() {
        var expected = rows(SharedPress.sample("materials.md"));
        assertThat(expected).hasSize(6 + 21 + 82);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                rows(client.get("/markdown/lists/materials.md").body()))
                        .isEqualTo(expected));
    }

    @Test
    void importingBothAgainChangesNothing() {
        var catalogue = client.catalogue();
        var pages = List.of("/", "/lists/materials/", "/markdown/cls_institution.md", "/years/2024/");
        var tags = pages.stream().map(this::etag).toList();
        JsonNode before = client.json("/api/site");

        importSample("/api/submissions", "efficient-papers.md");
        importSample("/api/submissions?list=materials", "materials.md");

        assertThat(client.catalogue()).isEqualTo(catalogue);
        assertThat(pages.stream().map(this::etag).toList()).isEqualTo(tags);
        assertThat(client.json("/api/site").path("lastPublishedAt")).isEqualTo(before.path("lastPublishedAt"));
    }

    /** The page as its author keeps it has a style and a script of its own before the list. */
    @Test
    void stylesAndScriptsOfAPageAreNotRead() {
        String page = SharedPress.sample("materials.md")
                .replaceFirst(
                        "(?s)^(---.*?---\n)",
                        "$1\n<style>\ntable th:first-of-type {\n    width: 60%;\n}\n</style>\n\n"
                                + "<script>\n(function () {\n  if (a < b && '| x | y |') { return \"## Chapter\"; }\n})();\n</script>\n");

        var batch = submitAndWait("/api/submissions?list=materials", page);

        assertThat(batch.path("refused").asInt()).isZero();
        assertThat(batch.path("totals").path("duplicate").asInt()).isEqualTo(92 + 1);
    }

    private void importSample(String path, String sample) {
        var batch = submitAndWait(path, SharedPress.sample(sample));
        int received = batch.path("received").asInt();
        assertThat(batch.path("refused").asInt()).isZero();
        assertThat(batch.path("totals").path("duplicate").asInt())
                .as(batch.toString())
                .isEqualTo(received);
    }

    private JsonNode submitAndWait(String path, String body) {
        var answer = client.submit(
                path, shared.press().token("contributor"), "text/markdown", BodyPublishers.ofString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String location = answer.headers().firstValue("Location").orElseThrow();
        int received =
                JsonMapper.shared().readTree(answer.body()).path("received").asInt();
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> client.json(location), batch -> decided(batch.path("totals")) == received);
    }

    private static int decided(JsonNode totals) {
        return List.of("accepted", "updated", "duplicate", "inReview", "rejected").stream()
                .mapToInt(status -> totals.path(status).asInt(0))
                .sum();
    }

    private String etag(String path) {
        return client.get(path).headers().firstValue("ETag").orElse("");
    }

    /** Headings, labels with their citation, and links, in order. */
    private static List<String> rows(String page) {
        var heading = Pattern.compile("^(##+) (.+?)\\s*$");
        var entry = Pattern.compile("data-tooltip=\"(.*)\">(.*?)</span>\\s*\\|\\s*(.*?)\\s*\\|?\\s*$");
        var link = Pattern.compile("\\[([^]]*)]\\(\\s*(.*?)\\s*\\)");
        var rows = new ArrayList<String>();
        for (String line : page.lines().toList()) {
            var title = heading.matcher(line);
            var row = entry.matcher(line);
            if (title.find()) {
                rows.add(title.group(1) + " " + title.group(2));
            } else if (row.find()) {
                var links = link.matcher(row.group(3))
                        .results()
                        .map(found -> found.group(1) + " " + found.group(2))
                        .toList();
                rows.add(row.group(2) + " | " + row.group(1) + " | " + links);
            }
        }
        return rows;
    }
}
