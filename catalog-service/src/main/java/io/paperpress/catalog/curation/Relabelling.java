package io.paperpress.catalog.curation;

import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.events.PaperCatalogued;
import java.util.List;
import java.util.Objects;

/**
 * Gives the entries of one paper its own name for a label.
 *
 * @param label that of another paper, which goes
 */
record Relabelling(PaperCatalogued paper, String label) {

    ListCatalogued of(ListCatalogued list) {
        return new ListCatalogued(
                list.slug(),
                list.revision(),
                list.revisedAt(),
                list.submissionId(),
                list.title(),
                entries(list.entries()),
                sections(list.sections()));
    }

    private List<ListSection> sections(List<ListSection> sections) {
        return sections.stream()
                .map(section ->
                        new ListSection(section.title(), entries(section.entries()), sections(section.sections())))
                .toList();
    }

    private List<ListEntry> entries(List<ListEntry> entries) {
        return entries.stream()
                .map(entry -> isMeant(entry) ? new ListEntry(name(paper), entry.citation(), entry.items()) : entry)
                .toList();
    }

    private boolean isMeant(ListEntry entry) {
        return entry.label().equals(label)
                && entry.items().stream().anyMatch(item -> Objects.equals(item.paperId(), paper.paperId()));
    }

    /** Its short name, or what its title says before a colon. */
    static String name(PaperCatalogued paper) {
        String shortName = paper.paper().shortName();
        if (shortName != null && !shortName.isBlank()) {
            return shortName;
        }
        return String.valueOf(paper.paper().title()).split(":", 2)[0].strip();
    }
}
