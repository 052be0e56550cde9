package io.paperpress.ingest.format;

import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListSection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Builds the sections of a list from headings in page order. */
final class SectionTree {

    private record Section(int level, String title, List<ListEntry> entries, List<Section> sections) {

        Section(int level, String title) {
            this(level, title, new ArrayList<>(), new ArrayList<>());
        }

        ListSection finished() {
            return new ListSection(
                    title, entries, sections.stream().map(Section::finished).toList());
        }
    }

    private final Section root = new Section(0, "");
    private final Deque<Section> open = new ArrayDeque<>(List.of(root));

    void open(int level, String title) {
        while (open.element().level() >= level) {
            open.pop();
        }
        var section = new Section(level, title);
        open.element().sections().add(section);
        open.push(section);
    }

    /** Where the entries below the last heading go; stays good after further headings. */
    List<ListEntry> here() {
        return open.element().entries();
    }

    List<ListEntry> entries() {
        return List.copyOf(root.entries());
    }

    List<ListSection> sections() {
        return root.finished().sections();
    }
}
