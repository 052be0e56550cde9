package io.paperpress.render.model;

import org.jspecify.annotations.Nullable;

/** Keys whose code-point order is the order of a shelf. */
final class SortKeys {

    private static final int LONGEST = 120;
    private static final int NO_YEAR = 9999;

    /** Sorts before everything a word can hold, so that a name comes before its continuations. */
    private static final String END = "\u0001";

    private SortKeys() {}

    /** Newest year first, then by title; a year's own shelf goes by venue, then by title. */
    static String paper(Facet facet, PaperCard card) {
        var venue = card.venue();
        var heading = facet == Facet.YEAR ? (venue == null ? "~" : words(venue.name())) : newestFirst(card.year());
        return heading + END + words(card.title()) + END + card.paperId();
    }

    /** By name; years newest first, keywords in the order of the vocabulary. */
    static String group(Facet facet, String name, String slug, Keywords keywords) {
        var key = switch (facet) {
            case YEAR -> newestFirst(Integer.valueOf(name));
            case KEYWORD -> "%04d ".formatted(keywords.order(name)) + words(keywords.label(name));
            case VENUE, INSTITUTION, AUTHOR -> words(name);
        };
        return key + END + slug;
    }

    private static String newestFirst(@Nullable Integer year) {
        return "%04d".formatted(year == null ? NO_YEAR : NO_YEAR - 1 - year);
    }

    /** Letters and digits in words, so that neither quotes nor accents decide; names that start with neither go last. */
    private static String words(String text) {
        var folded = Folding.toAscii(text).replaceAll("[^a-z0-9]+", " ").strip();
        var key = folded.isEmpty() ? "~" + text : folded;
        return key.length() > LONGEST ? key.substring(0, LONGEST) : key;
    }
}
