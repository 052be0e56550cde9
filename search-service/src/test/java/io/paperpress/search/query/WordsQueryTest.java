package io.paperpress.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.search.words.Synonyms;
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
    void anotherFormOfAWordIsASecondChance() {
        assertThat(json("pruned", false)).contains("\"words.stems\":{\"boost\":4.0,\"value\":\"prun\"");
    }

    @Test
    void aSynonymStandsBesideTheWordsOrTheirWhole() {
        assertThat(json("moe", false)).contains("\"query\":\"mixture of expert\"");
        assertThat(json("the mixture of experts", false)).contains("\"value\":\"moe\"", "\"value\":\"mixture\"");
        assertThat(json("mixture", false)).doesNotContain("moe");
    }

    @Test
    void mostOfTheWordsAreEnoughOnlyInTheEnd() {
        assertThat(WordsQuery.of(QueryWords.of("a sparse tree"), Scope.ANYWHERE, Leniency.LOOSE, Synonyms.NONE)
                        .bool()
                        .minimumShouldMatch())
                .isEqualTo("2<-40%");
    }

    private static int must(String q) {
        return WordsQuery.of(QueryWords.of(q), Scope.ANYWHERE, Leniency.EXACT, Synonyms.NONE)
                .bool()
                .must()
                .size();
    }

    private static String json(String q, boolean forgiving) {
        var leniency = forgiving ? Leniency.FORGIVING : Leniency.EXACT;
        var synonyms = Synonyms.read("moe, mixture of experts");
        return WordsQuery.of(QueryWords.of(q), Scope.ANYWHERE, leniency, synonyms)
                .toString();
    }
}
