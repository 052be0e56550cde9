package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A reading list entered the catalogue or changed in it; carries its full state, items resolved to paper ids.
 *
 * @param slug address of the list
 * @param revision 1 for a new list, then rising by one
 * @param submissionId the submission that made this revision
 * @param entries entries above the first section
 * @param sections sections in order, empty ones too
 */
public record ListCatalogued(
        String slug,
        long revision,
        Instant revisedAt,
        String submissionId,
        String title,
        List<ListEntry> entries,
        List<ListSection> sections)
        implements ListEvent {

    public ListCatalogued {
        requireNonNull(slug, "slug");
        requireNonNull(revisedAt, "revisedAt");
        requireNonNull(submissionId, "submissionId");
        requireNonNull(title, "title");
        entries = Lists.copy(entries);
        sections = Lists.copy(sections);
    }
}
