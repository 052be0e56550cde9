package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A titled part of a reading list; entries come before its sections; both may be empty. */
public record ListSection(String title, List<ListEntry> entries, List<ListSection> sections) {

    public ListSection {
        requireNonNull(title, "title");
        entries = Lists.copy(entries);
        sections = Lists.copy(sections);
    }
}
