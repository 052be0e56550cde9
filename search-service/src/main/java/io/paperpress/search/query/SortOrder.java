package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.SortOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In what order hits come; the paper id decides between equals, so that no page repeats or skips one. */
public enum SortOrder {
    RELEVANCE("relevance", SortKey.SCORE),
    NEWEST("newest", SortKey.YEAR_DOWN, SortKey.CATALOGUED_DOWN),
    OLDEST("oldest", SortKey.YEAR_UP, SortKey.CATALOGUED_UP),
    TITLE("title", SortKey.TITLE_UP),
    RECENTLY_ADDED("recentlyAdded", SortKey.CATALOGUED_DOWN);

    private final String parameter;
    private final List<SortKey> keys;

    SortOrder(String parameter, SortKey... keys) {
        this.parameter = parameter;
        this.keys =
                Stream.concat(Arrays.stream(keys), Stream.of(SortKey.PAPER_ID)).toList();
    }

    public String parameter() {
        return parameter;
    }

    List<SortKey> keys() {
        return keys;
    }

    List<SortOptions> options() {
        return keys.stream().map(SortKey::options).toList();
    }

    public static Optional<SortOrder> named(String parameter) {
        return Arrays.stream(values())
                .filter(order -> order.parameter.equals(parameter))
                .findFirst();
    }

    /** For messages. */
    public static String names() {
        return Arrays.stream(values()).map(SortOrder::parameter).collect(Collectors.joining(", "));
    }
}
