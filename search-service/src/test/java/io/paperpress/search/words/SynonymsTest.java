package io.paperpress.search.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SynonymsTest {

    private static final Synonyms SYNONYMS = Synonyms.read("""
            # a comment
            moe, mixture of experts   # another
            kv cache, key value cache
            kv, key value

            lonely
            """);

    @Test
    void everyMemberOfAGroupLeadsToTheOthers() {
        assertThat(others("MoE")).containsExactly(List.of("mixture", "of", "expert"));
        assertThat(others("mixture of experts")).containsExactly(List.of("moe"));
        assertThat(others("Mixture-of-Experts")).containsExactly(List.of("moe"));
    }

    @Test
    void theLongestRowOfWordsCounts() {
        assertThat(SYNONYMS.at(List.of("kv", "cache", "size"), 0, 3))
                .hasValueSatisfying(match -> assertThat(match.length()).isEqualTo(2));
        assertThat(SYNONYMS.at(List.of("kv", "cache"), 0, 1))
                .hasValueSatisfying(match -> assertThat(match.length()).isEqualTo(1));
    }

    @Test
    void otherWordsHaveNone() {
        assertThat(others("mixture")).isEmpty();
        assertThat(others("lonely")).isEmpty();
        assertThat(Synonyms.NONE.at(List.of("moe"), 0, 1)).isEmpty();
    }

    private static List<List<String>> others(String text) {
        List<String> forms = Words.of(text).stream().map(Word::form).toList();
        return SYNONYMS.at(forms, 0, forms.size()).map(Synonyms.Match::others).orElse(List.of());
    }
}
