package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody submitted a whole reading list; it replaces the tree of the list with that slug.
 *
 * <p>Its items name the submissions of their papers, which travel as {@link PaperSubmitted} of the same batch.
 *
 * @param title heading of the list, {@code null} where the page has none
 * @param entries entries above the first section
 * @param sections sections in order, empty ones too
 * @param role the strongest role of the submitter's token, {@code contributor} or {@code maintainer}; {@code null} where
 *     it is not known
 */
public record ListSubmitted(
        String submissionId,
        String batchId,
        String submitter,
        Instant submittedAt,
        String slug,
        @Nullable String title,
        List<ListEntry> entries,
        List<ListSection> sections,
        @Nullable String role)
        implements SubmissionEvent {

    /** With a role that is not known. */
    public ListSubmitted(
            String submissionId,
            String batchId,
            String submitter,
            Instant submittedAt,
            String slug,
            @Nullable String title,
            List<ListEntry> entries,
            List<ListSection> sections) {
        this(submissionId, batchId, submitter, submittedAt, slug, title, entries, sections, null);
    }

    public ListSubmitted {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(batchId, "batchId");
        requireNonNull(submitter, "submitter");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(slug, "slug");
        entries = Lists.copy(entries);
        sections = Lists.copy(sections);
    }
}
