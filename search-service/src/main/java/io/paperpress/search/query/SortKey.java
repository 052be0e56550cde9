package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One criterion of an order, and what a cursor may say of it. */
enum SortKey {
    SCORE("_score", false, null),
    YEAR_DOWN("year", false, 0L),
    YEAR_UP("year", true, 9999L),
    CATALOGUED_DOWN("cataloguedAt", false, null),
    CATALOGUED_UP("cataloguedAt", true, null),
    TITLE_UP("titleOrder", true, null),
    PAPER_ID("paperId", true, null);

    private static final int LONGEST_TEXT = 1000;

    /** The last millisecond of the year 9999. */
    private static final long LAST_INSTANT = 253_402_300_799_999L;

    private final String field;
    private final boolean ascending;
    private final @Nullable Long missing;

    SortKey(String field, boolean ascending, @Nullable Long missing) {
        this.field = field;
        this.ascending = ascending;
        this.missing = missing;
    }

    SortOptions options() {
        var order = ascending
                ? co.elastic.clients.elasticsearch._types.SortOrder.Asc
                : co.elastic.clients.elasticsearch._types.SortOrder.Desc;
        if (this == SCORE) {
            return SortOptions.of(sort -> sort.score(score -> score.order(order)));
        }
        return SortOptions.of(sort -> sort.field(by -> {
            by.field(field).order(order);
            return missing == null ? by : by.missing(missing);
        }));
    }

    /** @return empty for a value that no page can have ended with */
    Optional<FieldValue> read(JsonNode value) {
        return switch (this) {
            case SCORE ->
                value.isNumber() && Double.isFinite(value.doubleValue())
                        ? Optional.of(FieldValue.of(value.doubleValue()))
                        : Optional.empty();
            case YEAR_DOWN, YEAR_UP -> number(value, 9999);
            case CATALOGUED_DOWN, CATALOGUED_UP -> number(value, LAST_INSTANT);
            case TITLE_UP, PAPER_ID ->
                value.isString() && value.stringValue().length() <= LONGEST_TEXT
                        ? Optional.of(FieldValue.of(value.stringValue()))
                        : Optional.empty();
        };
    }

    private static Optional<FieldValue> number(JsonNode value, long largest) {
        boolean fits = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= 0
                && value.longValue() <= largest;
        return fits ? Optional.of(FieldValue.of(value.longValue())) : Optional.empty();
    }
}
