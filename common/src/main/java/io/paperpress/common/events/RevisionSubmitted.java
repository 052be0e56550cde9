package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody proposed other values for a listed paper; nothing changes before a maintainer has approved them.
 *
 * @param submissionId unguessable id of this submission
 * @param batchId the call it came with
 * @param submitter subject of the bearer token; {@code reader} where there was none
 * @param submittedAt when ingest-service took it in
 * @param paperId the paper it is about
 * @param paper the values proposed; what it does not set stays as it is
 * @param reason why, for the maintainer
 * @param warnings what was repaired or could not be read while taking it in
 */
public record RevisionSubmitted(
        String submissionId,
        String batchId,
        String submitter,
        Instant submittedAt,
        String paperId,
        PaperFields paper,
        @Nullable String reason,
        List<Remark> warnings)
        implements SubmissionEvent {

    /** The submitter of proposals from people without an account. */
    public static final String READER = "reader";

    public RevisionSubmitted {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(batchId, "batchId");
        requireNonNull(submitter, "submitter");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(paperId, "paperId");
        requireNonNull(paper, "paper");
        warnings = Lists.copy(warnings);
    }
}
