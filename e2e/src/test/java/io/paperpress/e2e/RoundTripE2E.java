package io.paperpress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is given out of a paper reads back to the same paper, and says nothing new of it. */
class RoundTripE2E {

    private static final int AT_ONCE = 50;

    private final SharedPress shared = SharedPress.get();
    private final Client client = shared.client();
    private final String token = shared.press().token("contributor");

    @ParameterizedTest
    @CsvSource({
        "bibtex, application/x-bibtex",
        "ris, application/x-research-info-systems",
        "csl, application/vnd.citationstyles.csl+json"
    })
    void everySamplePaperReadsBackToItself(String format, String mediaType) {
        var papers = List.copyOf(shared.catalogueAfterStart().keySet());
        for (int from = 0; from < papers.size(); from += AT_ONCE) {
            var some = papers.subList(from, Math.min(papers.size(), from + AT_ONCE));
            var entries = some.stream()
                    .map(id -> client.get("/api/papers/" + id + "?format=" + format)
                            .body())
                    .toList();
            assertKnown(tried(mediaType, joined(format, entries)), some);
        }
    }

    @ParameterizedTest
    @CsvSource("prototxt, text/x-prototxt")
    void everyTenthSamplePaperReadsBackFromAFileOfItsOwn(String format, String mediaType) {
        var papers = List.copyOf(shared.catalogueAfterStart().keySet());
        for (int n = 0; n < papers.size(); n += 10) {
            String id = papers.get(n);
            String file = client.get("/api/papers/" + id + "?format=" + format).body();
            assertKnown(tried(mediaType, file), List.of(id));
        }
    }

    private static String joined(String format, List<String> entries) {
        if (!format.equals("csl")) {
            return String.join("\n", entries);
        }
        var items = new ArrayList<JsonNode>();
        entries.forEach(entry -> items.add(JsonMapper.shared().readTree(entry).get(0)));
        return JsonMapper.shared().writeValueAsString(items);
    }

    private JsonNode tried(String mediaType, String body) {
        var answer = client.submit("/api/submissions?dryRun=true", token, mediaType, BodyPublishers.ofString(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).path("submissions");
    }

    private static void assertKnown(JsonNode tried, List<String> papers) {
        assertThat(tried).hasSize(papers.size());
        assertThat(IntStream.range(0, papers.size()))
                .allSatisfy(n -> assertThat(tried.get(n).path("status").asString() + " "
                                + tried.get(n).path("paperId").asString())
                        .as(tried.get(n).toString())
                        .isEqualTo("duplicate " + papers.get(n)));
    }
}
