package io.paperpress.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.testing.Papers;
import io.paperpress.search.SearchServiceFixture;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SearchIT extends SearchServiceFixture {

    private static boolean indexed;

    @BeforeEach
    void indexOnce() {
        if (indexed) {
            return;
        }
        index(
                Papers.flexPrefill().catalogued("flexprefill1", 1),
                Papers.attention().catalogued("attention001", 1),
                Papers.titled("Týr-the-Pruner: Unlocking Accurate 50% Structural Pruning for LLMs")
                        .withShortName("Týr-the-Pruner")
                        .withYear(2025)
                        .withVenue("arXiv")
                        .catalogued("tyr000000001", 1),
                Papers.titled("H$_2$O: Heavy-Hitter Oracle for Efficient Generative Inference")
                        .withAuthors("Zhenyu Zhang", "Łukasz Kaiser")
                        .withYear(2023)
                        .withVenue("NeurIPS")
                        .catalogued("h2o000000001", 1),
                Papers.titled("Flash Attention 2: Faster Attention with Better Parallelism")
                        .withYear(2023)
                        .withAbstract("We study kv-caches and pipelines.")
                        .catalogued("flash2000001", 1),
                Papers.titled("FlashAttention: Fast and Memory-Efficient Exact Attention")
                        .withYear(2022)
                        .withIdentifiers(new Identifier("doi", "10.48550/arxiv.x.2205"))
                        .catalogued("flash1000001", 1),
                Papers.titled("<script>alert('x')</script> & <b>markup</b>")
                        .withAbstract("Some <img src=x onerror=alert(1)> markup here.")
                        .catalogued("markup000001", 1));
        indexed = true;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            flexprefill                      | flexprefill1
            FlexPrefil                       | flexprefill1
            flex prefill                     | flexprefill1
            context aware sparse             | flexprefill1
            Context-Aware Sparse Attention   | flexprefill1
            xunhao lai                       | flexprefill1
            lai peking 2025                  | flexprefill1
            ICLR attention_sparsity          | flexprefill1
            2502.20766                       | flexprefill1
            arxiv:2502.20766                 | flexprefill1
            https://arxiv.org/abs/2502.20766v3 | flexprefill1
            10.48550/arXiv.x.2205            | flash1000001
            Tyr                              | tyr000000001
            tyr the pruner                   | tyr000000001
            TYR-THE-PRUNER                   | tyr000000001
            structral prunning               | tyr000000001
            h2o                              | h2o000000001
            H2O oracle                       | h2o000000001
            H$_2$O                           | h2o000000001
            heavy hitter                     | h2o000000001
            heavyhitter                      | h2o000000001
            lukasz                           | h2o000000001
            flashattention2                  | flash2000001
            FlashAttention 2                 | flash2000001
            flash-attention-2                | flash2000001
            flash attention fast exact       | flash1000001
            kv cache pipeline                | flash2000001
            kvcache                          | flash2000001
            """)
    void thePaperOneMeansComesFirst(String q, String paperId) {
        assertThat(ids(search("q", q))).as(q).startsWith(paperId);
    }

    @Test
    void bothSpellingsOfACompoundFindBothPapers() {
        for (String q : List.of("flash attention", "flash-attention", "FlashAttention", "flashattention")) {
            assertThat(ids(search("q", q))).as(q).contains("flash1000001", "flash2000001");
        }
    }

    @Test
    void everyWordMustMatch() {
        assertThat(ids(search("q", "flexprefill heavy"))).isEmpty();
    }

    @Test
    void highlightsAreSafe() {
        JsonNode hit = search("q", "markup").get("hits").get(0);
        assertThat(hit.get("highlights").get("title").get(0).stringValue())
                .isEqualTo("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &lt;b&gt;<em>markup</em>&lt;/b&gt;");
        assertThat(hit.get("highlights").get("abstract").get(0).stringValue())
                .isEqualTo("Some &lt;img src=x onerror=alert(1)&gt; <em>markup</em> here.");
    }

    @Test
    void aHitShowsThePaper() {
        JsonNode hit = search("q", "flexprefill").get("hits").get(0);
        assertThat(hit.get("shortName").stringValue()).isEqualTo("FlexPrefill");
        assertThat(hit.get("authors").get(0).stringValue()).isEqualTo("Xunhao Lai");
        assertThat(hit.get("venue").stringValue()).isEqualTo("ICLR");
        assertThat(hit.get("year").intValue()).isEqualTo(2025);
        assertThat(hit.get("url").stringValue()).isEqualTo("http://arxiv.org/abs/2502.20766v1");
        assertThat(hit.get("page").stringValue()).isEqualTo("/papers/flexprefill1/");
        assertThat(hit.get("links")).hasSize(3);
        assertThat(hit.get("score").doubleValue()).isPositive();
    }

    @Test
    void valuesOfAFilterAreAlternativesAndFiltersAddUp() {
        index(
                tagged("filter000001", "filter", 2023, "ICML"),
                tagged("filter000002", "filter", 2024, "ICML"),
                tagged("filter000003", "filter", 2024, "ICLR"));
        String q = word("filter");
        assertThat(ids(search("q", q, "year", "2023", "year", "2024"))).hasSize(3);
        assertThat(ids(search("q", q, "year", "2024", "venue", "icml"))).containsExactly("filter000002");
        assertThat(ids(search("q", q, "has", "code"))).isEmpty();
        assertThat(ids(search("q", "flexprefill", "has", "code", "author", "xunhao lai")))
                .containsExactly("flexprefill1");
        assertThat(ids(search("q", "flexprefill", "institution", "Peking University", "keyword", "attention_sparsity")))
                .containsExactly("flexprefill1");
    }

    @Test
    void aFacetOffersWhatOnlyItsOwnFilterHides() {
        index(
                tagged("facet0000001", "facet", 2023, "ICML"),
                tagged("facet0000002", "facet", 2024, "ICML"),
                tagged("facet0000003", "facet", 2024, "ICLR"));
        JsonNode result = search("q", word("facet"), "venue", "ICML");
        assertThat(result.get("total").longValue()).isEqualTo(2);
        assertThat(counts(result, "venue")).containsExactly("ICML=2", "ICLR=1");
        assertThat(counts(result, "year")).containsExactly("2024=1", "2023=1");
        assertThat(result.get("facets").propertyNames())
                .containsExactly("year", "venue", "keyword", "institution", "author", "list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "newest", "oldest", "title", "recentlyAdded"})
    void pagesHaveNoGapsAndNoRepeats(String sort) {
        String q = word("pages");
        index(IntStream.range(0, 47)
                .mapToObj(i -> Papers.titled(q + (i % 5 == 0 ? " same" : " title " + i % 7))
                        .withYear(i % 4 == 0 ? null : 2020 + i % 3)
                        .catalogued("pages%07d".formatted(i), 1))
                .toArray(PaperCatalogued[]::new));
        List<String> all = pages(q, sort, 50);
        assertThat(all).hasSize(47).doesNotHaveDuplicates();
        for (int size : new int[] {7, 46, 47}) {
            assertThat(pages(q, sort, size)).isEqualTo(all);
        }
    }

    @Test
    void withoutWordsEverythingIsFound() {
        JsonNode result = search("size", "3");
        assertThat(result.get("total").longValue()).isGreaterThanOrEqualTo(7);
        assertThat(result.get("hits")).hasSize(3);
        assertThat(result.get("after").isString()).isTrue();
    }

    @Test
    void theSortIsKept() {
        index(
                tagged("sort00000001", "sort", 2020, "B"),
                tagged("sort00000002", "sort", 2022, "B"),
                tagged("sort00000003", "sort", 2021, "B"));
        String q = word("sort");
        assertThat(ids(search("q", q, "sort", "newest")))
                .containsExactly("sort00000002", "sort00000003", "sort00000001");
        assertThat(ids(search("q", q, "sort", "oldest")))
                .containsExactly("sort00000001", "sort00000003", "sort00000002");
    }

    @Test
    void whoWroteReadsTheirWrite() {
        publish(Papers.titled(word("own")).catalogued("own000000001", 1));
        assertThat(ids(search("q", word("own"), "minRevision", "own000000001:1")))
                .containsExactly("own000000001");
        JsonNode late = search("q", word("own"), "minRevision", "own000000001:2");
        assertThat(late.get("warnings").get(0).stringValue()).contains("own000000001");
        assertThat(late.get("tookMs").longValue()).isGreaterThanOrEqualTo(2000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"unbalanced",
                "(",
                ")))",
                "AND OR NOT",
                "-",
                "-word",
                "a OR",
                "title:",
                "*",
                "*a*",
                "?",
                "~",
                "a~9",
                "[1 TO",
                "\\",
                "{}",
                "../../etc/passwd",
                "<script>",
                "\u0000\u0001",
                "год 年 سنة",
                "🙂",
                "%",
                "$_^{}"
            })
    void noQueryFails(String q) {
        assertThat(get("q", q).statusCode()).isEqualTo(200);
    }

    @Test
    void endlessQueriesAreCutWithAWarning() {
        assertThat(search("q", "word ".repeat(1000)).get("warnings")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"size,-1", "year,abc", "sort,best", "after,forged", "after,WyJhIixmYWxzZSwxLCJ4Il0", "minRevision,x"})
    void malformedParametersAreNamed(String parameter, String value) {
        HttpResponse<String> response = get("q", "x", parameter, value);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json.readTree(response.body());
        assertThat(problem.get("errors").get(0).get("pointer").stringValue()).isEqualTo("/" + parameter);
    }

    @Test
    void anyPageMayAsk() {
        assertThat(get("q", "x").headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }

    private static PaperCatalogued tagged(String paperId, String word, int year, String venue) {
        return Papers.titled("About " + word(word))
                .withYear(year)
                .withVenue(venue)
                .catalogued(paperId, 1);
    }

    private static List<String> counts(JsonNode result, String facet) {
        return StreamSupport.stream(result.get("facets").get(facet).spliterator(), false)
                .map(count ->
                        count.get("value").asString() + "=" + count.get("count").asString())
                .toList();
    }

    private List<String> pages(String q, String sort, int size) {
        var found = new ArrayList<String>();
        JsonNode page = search("q", q, "sort", sort, "size", String.valueOf(size));
        found.addAll(ids(page));
        while (page.hasNonNull("after")) {
            page = search(
                    "q",
                    q,
                    "sort",
                    sort,
                    "size",
                    String.valueOf(size),
                    "after",
                    page.get("after").stringValue());
            found.addAll(ids(page));
        }
        return found;
    }
}
