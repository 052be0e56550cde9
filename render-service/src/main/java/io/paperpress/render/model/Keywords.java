package io.paperpress.render.model;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keywords that have a label and an order; others are shown as they are, after them. */
public final class Keywords {

    /**
     * A known keyword.
     *
     * @param order from 1
     */
    public record Keyword(String id, int order, String label) {}

    /** The keyword that says there is none. */
    public static final String NONE = "none";

    private static final int UNKNOWN = 1000;

    private final Map<String, Keyword> known;

    public Keywords(Map<String, Keyword> known) {
        this.known = Map.copyOf(known);
    }

    /** Those of {@code vocabulary/keywords.csv}. */
    public static Keywords load() {
        return new Keywords(Csv.load("vocabulary/keywords.csv", 3).stream()
                .map(row -> new Keyword(row.get(0), Integer.parseInt(row.get(1)), row.get(2)))
                .collect(toMap(Keyword::id, keyword -> keyword)));
    }

    public @Nullable Keyword find(String id) {
        return known.get(id);
    }

    public String label(String id) {
        var keyword = known.get(id);
        return keyword == null ? id.replace('_', ' ') : keyword.label();
    }

    int order(String id) {
        var keyword = known.get(id);
        return keyword == null ? UNKNOWN : keyword.order();
    }
}
