package io.paperpress.search.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param q words; blank for everything
 * @param filters only those with a value
 * @param size of a page, 0 to {@value #LARGEST_PAGE}
 * @param after cursor as the page before gave it
 */
public record Search(
        String q,
        Map<Filter, List<String>> filters,
        SortOrder sort,
        int size,
        @Nullable String after,
        @Nullable PaperRevision minRevision) {

    public static final int LARGEST_PAGE = 100;
    public static final int USUAL_PAGE = 20;

    public Search {
        filters = Map.copyOf(filters);
    }

    /** Without words nothing is more relevant than the rest: the newest come first. */
    SortOrder order() {
        return sort == SortOrder.RELEVANCE && q.isBlank() ? SortOrder.NEWEST : sort;
    }
}
