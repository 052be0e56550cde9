package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue decided on a submission.
 *
 * @param paperId the paper it became or belongs to; {@code null} where it was rejected or is a list
 * @param slug the reading list it became; {@code null} for papers
 * @param revision revision of the paper or list after the decision, 0 where there is none
 * @param warnings what was repaired or wants a curator's eye
 * @param problems why it was rejected; empty otherwise
 * @param duplicatesOf papers it is, or may be, a duplicate of
 */
public record SubmissionDecided(
        String submissionId,
        Decision decision,
        Instant decidedAt,
        @Nullable String paperId,
        @Nullable String slug,
        long revision,
        List<Remark> warnings,
        List<Remark> problems,
        List<PossibleDuplicate> duplicatesOf)
        implements ProgressEvent {

    public SubmissionDecided {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(decision, "decision");
        requireNonNull(decidedAt, "decidedAt");
        warnings = Lists.copy(warnings);
        problems = Lists.copy(problems);
        duplicatesOf = Lists.copy(duplicatesOf);
    }
}
