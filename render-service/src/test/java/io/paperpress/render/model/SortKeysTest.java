package io.paperpress.render.model;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.testing.SampleVocabulary;
import io.paperpress.render.model.Keywords.Keyword;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SortKeysTest {

    private static final Keywords KEYWORDS = new Keywords(SampleVocabulary.keywords().stream()
            .map(word -> new Keyword(word.id(), word.order(), String.valueOf(word.label())))
            .collect(toMap(Keyword::id, keyword -> keyword)));

    @Test
    void aGroupGoesFromTheNewestYearAndByTitleWithinIt() {
        var titles = Stream.of(
                        card("Zebra", 2023),
                        card("“Aardvark”", 2023),
                        card("Élan", 2023),
                        card("Old", 1998),
                        card("Future", 2026),
                        card("Timeless", null))
                .sorted(comparing(card -> SortKeys.paper(Facet.VENUE, card)))
                .map(PaperCard::title)
                .toList();

        assertThat(titles).containsExactly("Future", "“Aardvark”", "Élan", "Zebra", "Old", "Timeless");
    }

    @Test
    void twoPapersNeverShareAKey() {
        assertThat(SortKeys.paper(Facet.VENUE, card("Same", 2020)))
                .isNotEqualTo(SortKeys.paper(
                        Facet.VENUE,
                        new PaperCard("other", "Same", null, List.of(), List.of(), List.of(), null, 2020, List.of())));
    }

    @Test
    void aNameComesBeforeItsContinuations() {
        assertThat(Stream.of("AWS AI Labs", "AWS AI", "AWS")
                        .sorted(comparing(name -> SortKeys.group(Facet.INSTITUTION, name, Slugs.of(name), KEYWORDS))))
                .containsExactly("AWS", "AWS AI", "AWS AI Labs");
    }

    @Test
    void keywordsKeepTheOrderOfTheVocabulary() {
        var keywords = KEYWORDS;

        assertThat(Stream.of("tool", "unheard_of", "attention_sparsity", "quantization")
                        .sorted(comparing(id -> SortKeys.group(Facet.KEYWORD, id, id, keywords))))
                .containsExactly("attention_sparsity", "quantization", "tool", "unheard_of");
    }

    private static PaperCard card(String title, @Nullable Integer year) {
        return new PaperCard("id", title, null, List.of(), List.of(), List.of(), null, year, List.of());
    }
}
