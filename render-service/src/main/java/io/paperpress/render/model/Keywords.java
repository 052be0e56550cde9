package io.paperpress.render.model;

import java.util.Map;

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

    public String label(String id) {
        var keyword = known.get(id);
        return keyword == null ? id.replace('_', ' ') : keyword.label();
    }

    int order(String id) {
        var keyword = known.get(id);
        return keyword == null ? UNKNOWN : keyword.order();
    }
}
