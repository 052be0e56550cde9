package io.paperpress.render.model;

import io.paperpress.common.events.PaperCatalogued;
import org.jspecify.annotations.Nullable;

/**
 * A paper that the model now knows better.
 *
 * @param before {@code null} for a new paper
 */
public record PaperChange(@Nullable Known before, Known after) {

    /** A paper as known at one time. */
    public record Known(PaperCatalogued state, PaperCard card) {}

    /** Whether pages other than its own show something else of it. */
    public boolean changesCard() {
        return before == null || !before.card().equals(after.card());
    }
}
