package io.paperpress.common.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collections of records filled from JSON, where an absent one arrives as {@code null}. */
final class Lists {

    private Lists() {}

    static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
