package io.paperpress.ingest.format;

import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListSection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree of a reading-list page, given after its papers. */
public record ReadingListEntry(
        int line, String slug, @Nullable String title, List<ListEntry> entries, List<ListSection> sections) {

    public ReadingListEntry {
        entries = List.copyOf(entries);
        sections = List.copyOf(sections);
    }
}
