package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody submitted one paper.
 *
 * @param submissionId unguessable id of this submission
 * @param batchId the call it came with
 * @param submitter subject of the bearer token
 * @param submittedAt when ingest-service took it in
 * @param source who says so, and how well
 * @param paper what was said, verbatim but for repairs that {@code warnings} names
 * @param placements where it is to stand on reading lists; not set for items of a submitted list page
 * @param warnings what was repaired or could not be read while taking it in
 * @param role the strongest role of the submitter's token, {@code contributor} or {@code maintainer}; {@code null} where
 *     it is not known
 */
public record PaperSubmitted(
        String submissionId,
        String batchId,
        String submitter,
        Instant submittedAt,
        Source source,
        PaperFields paper,
        List<Placement> placements,
        List<Remark> warnings,
        @Nullable String role)
        implements SubmissionEvent {

    /** With a role that is not known. */
    public PaperSubmitted(
            String submissionId,
            String batchId,
            String submitter,
            Instant submittedAt,
            Source source,
            PaperFields paper,
            List<Placement> placements,
            List<Remark> warnings) {
        this(submissionId, batchId, submitter, submittedAt, source, paper, placements, warnings, null);
    }

    public PaperSubmitted {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(batchId, "batchId");
        requireNonNull(submitter, "submitter");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(source, "source");
        requireNonNull(paper, "paper");
        placements = Lists.copy(placements);
        warnings = Lists.copy(warnings);
    }
}
