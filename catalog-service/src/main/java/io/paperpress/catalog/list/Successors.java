package io.paperpress.catalog.list;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of papers that were merged or withdrawn.
 *
 * @param places by id, for those that are not listed: the survivor of a merge, or nothing
 */
public record Successors(Map<String, Optional<String>> places) {

    /** Every paper is listed. */
    public static final Successors NONE = new Successors(Map.of());

    public Successors {
        places = Map.copyOf(places);
    }

    /** The paper as readers find it now; {@code null} where they do not. */
    public @Nullable String of(@Nullable String paperId) {
        if (paperId == null) {
            return null;
        }
        var place = places.get(paperId);
        return place == null ? paperId : place.orElse(null);
    }
}
