package io.paperpress.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what a search is narrowed: values of one filter are alternatives, filters add up. */
public enum Filter {
    YEAR,
    VENUE,
    KEYWORD,
    INSTITUTION,
    AUTHOR,
    /** Slug of a reading list that the paper stands on. */
    LIST,
    /** {@code code}, {@code note} or {@code cover}. */
    HAS;

    /** Its parameter, its facet, and its field in the index. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether hits are counted by its values. */
    boolean isFacet() {
        return this != HAS;
    }

    public static Optional<Filter> named(String parameter) {
        return Arrays.stream(values())
                .filter(filter -> filter.parameter().equals(parameter))
                .findFirst();
    }
}
