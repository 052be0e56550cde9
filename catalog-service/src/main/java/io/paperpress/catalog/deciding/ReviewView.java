package io.paperpress.catalog.deciding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.store.Reviews.Review;
import io.paperpress.catalog.store.Submitters;
import io.paperpress.catalog.web.FieldChange;
import io.paperpress.catalog.web.FieldsView;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.Remark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission that waits, with everything that a maintainer decides by.
 *
 * @param kind {@code proposal} for a listed paper, {@code paper} or {@code list}
 * @param paperId the listed paper that it is of, if any
 * @param title of that paper as it is shown now, else the submitted one
 * @param reason why the submitter proposes it, where that was said
 * @param proposed the values, as submitted; {@code null} for lists
 * @param list what is to become of the reading list; {@code null} for papers
 * @param outcome what approving it would come to; {@code null} once it is decided
 * @param changes fields that would be shown otherwise than now; empty once it is decided
 * @param problems why it would be refused all the same
 * @param duplicatesOf papers that it is recognised as or may be, each with how much speaks for it and what
 * @param findings what a curator would be told of the paper
 * @param submitterBefore what became of the submitter's other submissions that waited
 * @param contact where the address that the submitter may have left is to be had
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(
        String kind,
        String submissionId,
        String batchId,
        @Nullable String paperId,
        @Nullable String title,
        String submitter,
        Instant submittedAt,
        @Nullable String reason,
        @Nullable FieldsView proposed,
        @Nullable ListOutlook list,
        List<Remark> warnings,
        @Nullable Decision outcome,
        List<FieldChange> changes,
        List<Remark> problems,
        List<PossibleDuplicate> duplicatesOf,
        List<FindingView> findings,
        Submitters.History submitterBefore,
        String state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        String contact) {

    /**
     * What is to become of a list.
     *
     * @param entries how many it would have
     * @param entriesNow how many it has
     * @param waiting how many of its papers wait as well, and are approved with it
     */
    record ListOutlook(String slug, @Nullable String title, int entries, int entriesNow, int waiting) {}

    /** Something that would be found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            String kind,
            @Nullable String otherPaperId,
            @Nullable String pointer,
            String message,
            @Nullable Double score) {}

    /** What is known of it beside the review itself. */
    record Outlook(
            @Nullable String paperId,
            @Nullable String title,
            @Nullable FieldsView proposed,
            @Nullable ListOutlook list,
            List<Remark> warnings,
            @Nullable Decision outcome,
            List<FieldChange> changes,
            List<Remark> problems,
            List<PossibleDuplicate> duplicatesOf,
            List<FindingView> findings) {}

    /** Who submitted it, when, and why. */
    record Origin(
            String batchId,
            String submitter,
            Instant submittedAt,
            @Nullable String reason) {}

    static ReviewView of(Review review, Origin origin, Outlook outlook, Submitters.History before) {
        String submissionId = review.event().submissionId();
        return new ReviewView(
                review.kind().slug(),
                submissionId,
                origin.batchId(),
                outlook.paperId(),
                outlook.title(),
                origin.submitter(),
                origin.submittedAt(),
                origin.reason(),
                outlook.proposed(),
                outlook.list(),
                outlook.warnings(),
                outlook.outcome(),
                outlook.changes(),
                outlook.problems(),
                outlook.duplicatesOf(),
                outlook.findings(),
                before,
                review.state().slug(),
                review.decidedBy(),
                review.decidedAt(),
                review.decisionReason(),
                "/api/corrections/" + submissionId);
    }
}
