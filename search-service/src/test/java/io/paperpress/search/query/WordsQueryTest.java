package io.paperpress.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsQueryTest {

    @Test
    void everyWordMustBeThere() {
        assertThat(must("sparse attention")).isEqualTo(2);
        assertThat(must("sparse-attention kernel")).isEqualTo(2);
    }

    @Test
    void emptyWordsMayBeMissingUnlessNothingElseWasTyped() {
        assertThat(must("the lottery of the ticket")).isEqualTo(2);
        assertThat(must("to be or")).isEqualTo(3);
    }

    @Test
    void neighboursMayBeWrittenAsOne() {
        assertThat(json("flash attention", false)).contains("\"flashattention\"");
    }

    @Test
    void onlyTheForgivingQueryLooksForLikelyWords() {
        assertThat(json("quantizaton", false)).doesNotContain("fuzzy");
        assertThat(json("quantizaton", true)).contains("\"fuzziness\":\"2\"", "\"prefix_length\":1");
        assertThat(json("llm 2024", true)).doesNotContain("fuzzy");
    }

    @Test
    void identifiersAreFoundInAnyOfTheirForms() {
        for (String form : new String[] {"2502.20766", "arxiv:2502.20766", "https://arxiv.org/pdf/2502.20766v2.pdf"}) {
            assertThat(json(form, false)).as(form).contains("\"arxiv:2502.20766\"");
        }
        assertThat(json("10.1145/3600006.3613165", false)).contains("\"doi:10.1145/3600006.3613165\"");
    }

    @Test
    void queriesWithoutEndAreCut() {
        var typed = QueryWords.of("word ".repeat(5000));
        assertThat(typed.cut()).isTrue();
        assertThat(typed.words()).hasSizeLessThanOrEqualTo(32);
        assertThat(QueryWords.of("a-".repeat(5000)).words()).hasSizeLessThanOrEqualTo(32);
    }

    private static int must(String q) {
        return WordsQuery.of(QueryWords.of(q), false).bool().must().size();
    }

    private static String json(String q, boolean forgiving) {
        return WordsQuery.of(QueryWords.of(q), forgiving).toString();
    }
}
