package io.paperpress.catalog.deciding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.store.Reviews.Review;
import io.paperpress.catalog.store.Reviews.State;
import io.paperpress.catalog.web.FieldChange;
import io.paperpress.catalog.web.FieldsView;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.Remark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as a maintainer sees it.
 *
 * @param title of the paper as it is shown now
 * @param reason why the submitter proposes it, where that was said
 * @param proposed the values, as submitted
 * @param changes fields that would be shown otherwise than now; empty once it is decided
 * @param contact where the address that the submitter may have left is to be had
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(
        String submissionId,
        String paperId,
        @Nullable String title,
        String submitter,
        Instant submittedAt,
        @Nullable String reason,
        FieldsView proposed,
        List<Remark> warnings,
        List<FieldChange> changes,
        String state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        String contact) {

    static ReviewView of(Review review, @Nullable PaperCatalogued paper, Catalogue catalogue) {
        var proposal = review.proposal();
        return new ReviewView(
                proposal.submissionId(),
                proposal.paperId(),
                paper == null ? null : paper.paper().title(),
                proposal.submitter(),
                proposal.submittedAt(),
                proposal.reason(),
                FieldsView.of(proposal.paper()),
                proposal.warnings(),
                paper == null || review.state() != State.OPEN ? List.of() : changes(review, Paper.of(paper), catalogue),
                review.state().slug(),
                review.decidedBy(),
                review.decidedAt(),
                review.decisionReason(),
                "/api/corrections/" + proposal.submissionId());
    }

    private static List<FieldChange> changes(Review review, Paper paper, Catalogue catalogue) {
        var approved = catalogue.approve(paper, review.proposal()).paper();
        return FieldChange.between(paper.claims().shown(), approved.claims().shown());
    }
}
