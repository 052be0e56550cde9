package io.paperpress.ingest.format;

import io.paperpress.common.events.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the call says beside its body.
 *
 * @param list slug of the list that the entries go on, or that a reading-list page becomes
 * @param section titles, outer first
 */
public record ReadOptions(@Nullable String list, List<String> section) {

    public static final ReadOptions NONE = new ReadOptions(null, List.of());

    public ReadOptions {
        section = List.copyOf(section);
    }

    /** Where the call places every entry: one place, or none. */
    List<Placement> placements() {
        return list == null ? List.of() : List.of(new Placement(list, section, null));
    }
}
