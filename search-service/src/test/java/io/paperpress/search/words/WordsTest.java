package io.paperpress.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Týr-the-Pruner: Unlocking 50%        | tyr the pruner unlocking 50
            ERDŐS and Łukasz Weiß, Ångström      | erdo and lukasz weiss angstrom
            Ｆｕｌｌｗｉｄｔｈ ﬁne x²              | fullwidth fine x2
            H$_2$O: Heavy-Hitter Oracle          | h2o heavy hitter oracle
            An $O(n \\log n)$ bound              | an o n log n bound
            $\\mathcal{N}$-free and $\\alpha$    | n free and alpha
            costs $5 or $10                      | cost 5 or 10
            Qwen2.5-VL v1.5. End.                | qwen2.5 vl v1.5 end
            arXiv 2502.20766                     | arxiv 2502.20766
            Frantar's model isn't 'quoted'       | frantar model isnt quoted
            LLMs, caches, entropies, bias        | llm cache entropy bias
            analysis of loss across classes      | analysis of loss across class
            attention_sparsity                   | attention sparsity
            稀疏 attention                        | 稀 疏 attention
            Оптимизация Ёж                       | оптимизация еж
            co\u00adoperate                      | cooperate
            """)
    void spellingsThatMeanTheSameGetTheSameForm(String text, String forms) {
        assertThat(Words.forms(text)).isEqualTo(forms);
    }

    @Test
    void everyWordKnowsItsPlaceInTheText() {
        String text = "The “H$_2$O” cache, Týr";
        assertThat(Words.of(text))
                .extracting(word -> text.substring(word.start(), word.end()))
                .containsExactly("The", "H$_2$O", "cache", "Týr");
    }

    @Test
    void compoundsKnowTheirParts() {
        assertThat(parts("FlashAttention2")).containsExactly("flash", "attention", "2");
        assertThat(parts("KVCache")).containsExactly("kv", "cache");
        assertThat(parts("Qwen2.5")).containsExactly("qwen", "2.5");
        assertThat(parts("int8")).containsExactly("int", "8");
        assertThat(parts("H2O")).isEmpty();
        assertThat(parts("LLMs")).isEmpty();
        assertThat(parts("attention")).isEmpty();
        assertThat(parts("GPT")).isEmpty();
    }

    @Test
    void whatAHyphenTiesIsTight() {
        assertThat(Words.of("KV-cache size")).extracting(Word::tight).containsExactly(false, true, false);
    }

    @Test
    void titlesAreFoundHoweverTheirWordsAreJoined() {
        assertThat(Variants.ofTitle("Flash Attention 2")).contains("flashattention", "flashattention2", "attention2");
        assertThat(Variants.ofTitle("Týr-the-Pruner")).contains("tyrthepruner");
        assertThat(Variants.ofText("a KV-cache of FlexPrefill here")).containsExactly("kvcache", "flex", "prefill");
    }

    @Test
    void noTextIsTooOddToCut() {
        for (String text : List.of(
                "",
                " ",
                "$",
                "$$",
                "$\\",
                "\\",
                "'",
                "a'",
                "$a",
                "'s",
                "\ud800",
                "a\ud800b",
                "\u0301",
                "$\\frac{a}{b}$",
                "....",
                "1.",
                ".1")) {
            assertThat(Words.of(text)).as(text).allSatisfy(word -> {
                assertThat(word.start()).isBetween(0, word.end());
                assertThat(word.end()).isBetween(word.start(), text.length());
                assertThat(word.form()).isNotEmpty();
            });
        }
    }

    private static List<String> parts(String text) {
        return Words.of(text).getFirst().parts();
    }
}
