package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper is not listed any more; what stays of it for readers. A later {@link PaperCatalogued} lists it again.
 *
 * @param paperId opaque stable id, which goes on answering
 * @param cataloguedAt when it entered the catalogue
 * @param revisedAt when it was withdrawn
 * @param submissionId the maintainer's change that made this revision
 * @param title as it was shown last
 * @param reason why, for readers
 */
public record PaperWithdrawn(
        String paperId,
        long revision,
        Instant cataloguedAt,
        Instant revisedAt,
        String submissionId,
        @Nullable String title,
        String reason)
        implements PaperEvent {

    public PaperWithdrawn {
        requireNonNull(paperId, "paperId");
        requireNonNull(cataloguedAt, "cataloguedAt");
        requireNonNull(revisedAt, "revisedAt");
        requireNonNull(submissionId, "submissionId");
        requireNonNull(reason, "reason");
    }
}
