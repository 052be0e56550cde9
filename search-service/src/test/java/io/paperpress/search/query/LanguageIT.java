package io.paperpress.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.testing.Papers;
import io.paperpress.search.SearchServiceFixture;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The query language, completions, likeness and whole result sets, on the real engine. */
class LanguageIT extends SearchServiceFixture {

    private static final String W = word("lang");
    private static boolean indexed;

    @BeforeEach
    void indexOnce() {
        if (indexed) {
            return;
        }
        index(
                Papers.titled(W + " Zephyrine Pruning of Attention")
                        .withShortName("Zephyrine")
                        .withAuthors("Ünal Quörk", "Bela Tarrant")
                        .withInstitutions("Quillmore University")
                        .withVenue("ICLR")
                        .withYear(2025)
                        .withKeywords("zkeyword_one")
                        .withLinks(
                                new Link(Link.PAPER, "PDF", "https://example.org/a"),
                                new Link(Link.CODE, null, "https://example.org/code"))
                        .withIdentifiers(new Identifier("arxiv", "2501.00001"))
                        .catalogued("lang00000001", 1),
                Papers.titled(W + " Zephyrine Quantized")
                        .withAuthors("Bela Tarrant")
                        .withVenue("ICML")
                        .withYear(2023)
                        .withKeywords("zkeyword_one")
                        .withAbstract("Here pruning is only mentioned.")
                        .catalogued("lang00000002", 1),
                Papers.titled(W + " =Formula, \"quoted\" <b>bold</b>")
                        .withAuthors("Ünal Quörk")
                        .withVenue("ICML")
                        .withYear(2021)
                        .catalogued("lang00000003", 1));
        indexed = true;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            zephyrine                          | 1 2
            zephyrine -quantized               | 1
            zephyrine NOT quantized            | 1
            -zephyrine                         | 3
            "zephyrine pruning"                | 1
            "pruning zephyrine"                |
            zephyrine (quantized OR attention) | 1 2
            formula OR attention               | 1 3
            title:pruning                      | 1
            abstract:pruning                   | 2
            pruned                             | 1 2
            title:pruned                       | 1
            author:unal                        | 1 3
            author:"bela tarrant"              | 1 2
            institution:quillmore              | 1
            venue:icml                         | 2 3
            keyword:zkeyword_one -venue:icml   | 1
            year:2023                          | 2
            year:2022..                        | 1 2
            year:..2022                        | 3
            year:2021..2023 venue:icml         | 2 3
            has:code                           | 1
            -has:code                          | 2 3
            title:(pruning OR quantized)       | 1 2
            """)
    void everyConstructFindsWhatItSays(String typed, String numbers) {
        JsonNode result = search("q", W + " " + typed);
        assertThat(result.get("warnings")).as(typed).isEmpty();
        List<String> expected = numbers == null
                ? List.of()
                : Stream.of(numbers.split(" ")).map(n -> "lang0000000" + n).toList();
        assertThat(ids(result)).as(typed).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anUnknownWordIsCorrectedAndTheCorrectionOffered() {
        JsonNode result = search("q", W + " Zephirine -quantized");
        assertThat(ids(result)).containsExactly("lang00000001");
        assertThat(result.get("suggestion").stringValue()).isEqualTo(W + " zephyrine -quantized");
        assertThat(search("q", W).has("suggestion")).isFalse();
    }

    @Test
    void whereNothingHoldsAllWordsMostWillDoAndASignSaysSo() {
        JsonNode result = search("q", W + " zephyrine attention zqxwvnonsense");
        assertThat(ids(result).getFirst()).isEqualTo("lang00000001");
        assertThat(result.get("warnings").get(0).stringValue()).contains("most of them");
    }

    @Test
    void titlesShortNamesAuthorsAndInstitutionsAreCompleted() {
        assertThat(suggestions("zephy")).contains("shortName Zephyrine");
        assertThat(suggestions("zephirin")).contains("shortName Zephyrine");
        assertThat(suggestions("pruning of att")).contains("title " + W + " Zephyrine Pruning of Attention");
        assertThat(suggestions("unal qu")).containsExactly("author Ünal Quörk");
        assertThat(suggestions("quork")).containsExactly("author Ünal Quörk");
        assertThat(suggestions("quillm")).containsExactly("institution Quillmore University");
        assertThat(suggestions("")).isEmpty();
        assertThat(suggestions("%$*(")).isEmpty();
        assertThat(suggestions("z".repeat(5000))).isEmpty();
    }

    @Test
    void alikePapersAreFoundButNotThePaperItself() {
        var similar = json.readTree(get(uri("/api/papers/lang00000001/similar")).body());
        assertThat(ids(similar)).startsWith("lang00000002").doesNotContain("lang00000001");
        assertThat(get(uri("/api/papers/nosuchpaper0/similar")).statusCode()).isEqualTo(404);
    }

    @Test
    void theHelpIsThere() {
        assertThat(get(uri("/api/search/help")).body()).contains("\"title:\"", "year:2023..2025");
    }

    @Test
    void aWholeResultSetIsGivenOut() {
        String bib = get(uri("/api/search.bib?q=" + W)).body();
        assertThat(bib.lines().filter(line -> line.startsWith("@"))).hasSize(3).doesNotHaveDuplicates();
        assertThat(bib).contains("2501.00001");
        String csv = get(uri("/api/search.csv?sort=newest&q=" + W)).body();
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv).contains("\"" + W + " =Formula, \"\"quoted\"\" <b>bold</b>\"");
        var lines =
                get(uri("/api/search.ndjson?sort=oldest&q=" + W)).body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(json.readTree(lines.getFirst()).get("paperId").stringValue()).isEqualTo("lang00000003");
        var feed = get(uri("/api/search.atom?q=" + W));
        assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        assertThat(feed.body()).contains("<entry>", "&lt;b&gt;bold", "/papers/lang00000001/");
    }

    @Test
    void aLongResultSetHasNoGaps() {
        String w = word("export");
        index(IntStream.range(0, 1203)
                .mapToObj(i -> Papers.titled(w + " " + i).catalogued("export%06d".formatted(i), 1))
                .toArray(io.paperpress.common.events.PaperCatalogued[]::new));
        var lines = get(uri("/api/search.ndjson?q=" + w)).body().lines().toList();
        assertThat(lines).hasSize(1203).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/search.bib?size=-1        | 400
            /api/search.pdf?q=x            | 404
            /api/search.csv?year=abc       | 400
            /api/search?q=x&size=101       | 400
            /api/search?q=x&after=Zm9yZ2Vk | 400
            """)
    void whatCannotBeReadIsNamed(String address, int status) {
        var answer = get(uri(address));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContainIgnoringCase("elastic").doesNotContain("Exception");
    }

    @Test
    void hugeAndHostileQueriesAreAnsweredWithinBounds() {
        for (String q : List.of(
                "word ".repeat(2000),
                "a OR ".repeat(2000),
                "(".repeat(10_000),
                "*".repeat(10_000),
                "/(a+)+$/ " + "a".repeat(9_000) + "!",
                "title:(".repeat(1000),
                "\u0007\u0000\u001b[31m x",
                "quantizatoin prunign attnetion spasre decodign infernce accelrate transfromer memroy bandwdith tokne cahce "
                        + "larg langauge modle trainign fien tunign adaptre lwo rnak expret mixtrue depht paralell overlpa "
                        + "commnication kerenl fusoin graident optimzier",
                "*leading ?wild card*",
                "quantization~5 attention~ fuzzy^1000")) {
            var answer = get("q", q);
            assertThat(answer.statusCode()).as(q.substring(0, 9)).isEqualTo(200);
        }
    }

    private List<String> suggestions(String typed) {
        String q = java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8);
        JsonNode found = json.readTree(get(uri("/api/suggest?q=" + q)).body()).get("suggestions");
        return StreamSupport.stream(found.spliterator(), false)
                .map(each ->
                        each.get("kind").stringValue() + " " + each.get("text").stringValue())
                .toList();
    }
}
