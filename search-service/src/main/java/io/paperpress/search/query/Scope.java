package io.paperpress.search.query;

import io.paperpress.search.language.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which fields of the index words are looked for, and what they are worth there.
 *
 * @param worth field to boost
 * @param stems fields of stems to boost
 */
record Scope(Map<String, Float> worth, Map<String, Float> stems) {

    static final String TITLE = "words.title";
    static final String SHORT_NAME = "words.shortName";
    static final String VARIANTS = "words.variants";
    static final String AUTHORS = "words.authors";
    static final String INSTITUTIONS = "words.institutions";
    static final String VENUE = "words.venue";
    static final String KEYWORDS = "words.keywords";
    static final String ABSTRACT = "words.abstract";
    static final String TEXT = "words.text";

    private static final Map<String, Float> TITLE_STEMS = Map.of("words.stems", 4f);

    /** Words may stand anywhere; the title says best what a paper is about. */
    static final Scope ANYWHERE = new Scope(
            Map.of(
                    SHORT_NAME, 12f,
                    TITLE, 10f,
                    VARIANTS, 6f,
                    AUTHORS, 5f,
                    INSTITUTIONS, 3f,
                    VENUE, 3f,
                    KEYWORDS, 3f,
                    ABSTRACT, 1f,
                    TEXT, 1f),
            Map.of("words.stems", 4f, "words.textStems", 0.4f));

    static Scope of(@Nullable Field field) {
        return switch (field) {
            case null -> ANYWHERE;
            case TITLE -> new Scope(Map.of(SHORT_NAME, 12f, TITLE, 10f, VARIANTS, 6f), TITLE_STEMS);
            case AUTHOR -> only(AUTHORS, 5f);
            case INSTITUTION -> only(INSTITUTIONS, 3f);
            case VENUE -> only(VENUE, 3f);
            case KEYWORD -> only(KEYWORDS, 3f);
            case ABSTRACT -> only(ABSTRACT, 1f);
            case YEAR, HAS -> ANYWHERE;
        };
    }

    private static Scope only(String field, float boost) {
        return new Scope(Map.of(field, boost), Map.of());
    }

    float worth(String field) {
        return worth.getOrDefault(field, 1f);
    }

    /** Fields short enough to look for likely words, and that nobody spells wrong on purpose. */
    List<String> forgiving() {
        return worth.keySet().stream()
                .filter(field -> !field.equals(TEXT) && !field.equals(ABSTRACT))
                .toList();
    }
}
