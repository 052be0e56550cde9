package io.paperpress.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.search.elasticsearch.PaperView;
import io.paperpress.search.words.Synonyms;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HighlighterTest {

    @Test
    void foundWordsAreMarkedInTheOriginalSpelling() {
        assertThat(title("tyr pruner", "Týr-the-Pruner: Unlocking 50%"))
                .isEqualTo("<em>Týr</em>-the-<em>Pruner</em>: Unlocking 50%");
        assertThat(title("h2o", "H$_2$O: Heavy-Hitter")).isEqualTo("<em>H$_2$O</em>: Heavy-Hitter");
        assertThat(title("networks", "A Network of LLMs")).isEqualTo("A <em>Network</em> of LLMs");
    }

    @Test
    void everythingButTheMarksIsEscaped() {
        assertThat(title("alert", "<script>alert(1)</script> & \"more\" 'text'"))
                .isEqualTo("&lt;script&gt;<em>alert</em>(1)&lt;/script&gt; &amp; &quot;more&quot; &#39;text&#39;");
        assertThat(title("em", "</em><em>em")).isEqualTo("&lt;/<em>em</em>&gt;&lt;<em>em</em>&gt;<em>em</em>");
    }

    @Test
    void compoundsAreMarkedHoweverTheyAreJoined() {
        assertThat(title("flashattention", "Flash Attention 2")).isEqualTo("<em>Flash</em> <em>Attention</em> 2");
        assertThat(title("flash attention", "FlashAttention")).isEqualTo("<em>FlashAttention</em>");
        assertThat(title("kv-cache", "KVCache")).isEqualTo("<em>KVCache</em>");
        assertThat(title("FlashAttention2", "Flash Attention 2"))
                .isEqualTo("<em>Flash</em> <em>Attention</em> <em>2</em>");
    }

    @Test
    void typosAreMarkedOnlyWhereTheyWereForgiven() {
        assertThat(highlights("quantizaton", false, "Quantization", null)).isEmpty();
        assertThat(highlights("quantizaton", true, "Quantization", null))
                .containsEntry("title", List.of("<em>Quantization</em>"));
    }

    @Test
    void longTextIsCutToWhereMostIsFound() {
        String text = "Sparse models. " + "Filler words go on and on. ".repeat(40)
                + "Here sparse attention of long sequences is what we study. " + "And on. ".repeat(100);
        String fragment = highlights("sparse attention sequences", false, "No", text)
                .getOrDefault("abstract", List.of())
                .getFirst();
        assertThat(fragment)
                .startsWith("… ")
                .endsWith(" …")
                .contains("<em>sparse</em> <em>attention</em> of long <em>sequences</em>")
                .hasSizeLessThan(300);
    }

    @Test
    void emptyWordsAreNotMarked() {
        assertThat(title("the state of pruning", "The Pruning of the State"))
                .isEqualTo("The <em>Pruning</em> of the <em>State</em>");
        assertThat(title("the", "The End")).isEqualTo("<em>The</em> End");
    }

    private static @Nullable String title(String q, String title) {
        var found = highlights(q, false, title, null).get("title");
        return found == null ? null : found.getFirst();
    }

    private static Map<String, List<String>> highlights(
            String q, boolean forgiving, String title, @Nullable String abstractText) {
        var paper = new PaperView(
                "p1",
                1,
                title,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                abstractText,
                null,
                List.of(),
                List.of(),
                null,
                null);
        return new Highlighter(new WordMatcher(List.of(QueryWords.of(q)), forgiving, Synonyms.NONE)).highlight(paper);
    }
}
