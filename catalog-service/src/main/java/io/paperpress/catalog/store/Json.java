package io.paperpress.catalog.store;

import io.paperpress.common.messaging.EventJson;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values on their way into and out of columns. */
final class Json {

    private Json() {}

    static String write(Object event) {
        return EventJson.mapper().writeValueAsString(event);
    }

    static <T> T read(String json, Class<T> type) {
        return EventJson.mapper().readValue(json, type);
    }

    /** One value of each row, for {@code unnest}: a batch of rows is one statement. */
    static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(row -> {
                    Object cell = value.apply(row);
                    return cell == null ? null : cell.toString();
                })
                .toArray(String[]::new);
    }
}
