package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a reading list.
 *
 * @param label the row's own name for what it lists
 * @param citation the whole row's citation text, verbatim, with its numbering
 * @param items the papers of the row, in order
 */
public record ListEntry(String label, @Nullable String citation, List<ListItem> items) {

    public ListEntry {
        requireNonNull(label, "label");
        items = Lists.copy(items);
    }
}
