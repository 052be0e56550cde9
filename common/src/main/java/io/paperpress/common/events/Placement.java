package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a paper is to stand on a reading list.
 *
 * @param list slug
 * @param section titles, outer first; empty for the top of the list
 * @param label the entry's own, {@code null} for the paper's short name or title
 */
public record Placement(
        String list, List<String> section, @Nullable String label) {

    public Placement {
        requireNonNull(list, "list");
        section = Lists.copy(section);
    }
}
