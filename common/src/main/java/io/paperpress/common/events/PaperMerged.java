package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper turned out to be another one, where all that was said of it stands now. A later {@link PaperCatalogued} lists
 * it by itself again.
 *
 * @param paperId opaque stable id, which goes on answering
 * @param cataloguedAt when it entered the catalogue
 * @param revisedAt when it was merged
 * @param submissionId the maintainer's change that made this revision
 * @param title as it was shown last
 * @param into the paper it was merged into, which may be merged itself later
 * @param reason why, where that was said
 */
public record PaperMerged(
        String paperId,
        long revision,
        Instant cataloguedAt,
        Instant revisedAt,
        String submissionId,
        @Nullable String title,
        String into,
        @Nullable String reason)
        implements PaperEvent {

    public PaperMerged {
        requireNonNull(paperId, "paperId");
        requireNonNull(cataloguedAt, "cataloguedAt");
        requireNonNull(revisedAt, "revisedAt");
        requireNonNull(submissionId, "submissionId");
        requireNonNull(into, "into");
    }
}
