package io.paperpress.catalog.intake;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.paper.Action;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Catalogue.Outcome;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.store.Findings;
import io.paperpress.catalog.store.Locks;
import io.paperpress.catalog.store.Outcomes;
import io.paperpress.catalog.store.PaperRevision;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.Reviews;
import io.paperpress.catalog.store.Reviews.Review;
import io.paperpress.catalog.store.Reviews.State;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A maintainer's word on proposals: it is kept, applied and told together or not at all, and said once it stands. */
@Component
public class ReviewDecisions {

    private final TransactionTemplate transaction;
    private final Reviews reviews;
    private final Papers papers;
    private final Locks locks;
    private final Findings findings;
    private final Outcomes outcomes;
    private final Outbox outbox;
    private final Vocabularies vocabularies;
    private final Catalogue catalogue;
    private final Clock clock;

    ReviewDecisions(
            TransactionTemplate transaction,
            Reviews reviews,
            Papers papers,
            Locks locks,
            Findings findings,
            Outcomes outcomes,
            Outbox outbox,
            Vocabularies vocabularies,
            Catalogue catalogue,
            Clock clock) {
        this.transaction = transaction;
        this.reviews = reviews;
        this.papers = papers;
        this.locks = locks;
        this.findings = findings;
        this.outcomes = outcomes;
        this.outbox = outbox;
        this.vocabularies = vocabularies;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** @return the review as it stands then, which somebody may have rejected before; empty where there is none */
    public Optional<Review> approve(String submissionId, String maintainer, @Nullable String reason) {
        return decide(submissionId, State.APPROVED, maintainer, reason);
    }

    /** @return the review as it stands then, which somebody may have approved before; empty where there is none */
    public Optional<Review> reject(String submissionId, String maintainer, String reason) {
        return decide(submissionId, State.REJECTED, maintainer, reason);
    }

    private Optional<Review> decide(String submissionId, State state, String maintainer, @Nullable String reason) {
        transaction.executeWithoutResult(_ -> reviews.locked(submissionId)
                .filter(review -> review.state() == State.OPEN)
                .ifPresent(review -> {
                    var told = state == State.APPROVED ? applied(review, reason) : rejected(review, reason);
                    reviews.decided(submissionId, state, maintainer, clock.instant(), reason);
                    outbox.append(told);
                }));
        return reviews.find(submissionId);
    }

    private List<OutgoingEvent> applied(Review review, @Nullable String reason) {
        var proposal = review.proposal();
        locks.take(IdentityKeys.of(proposal.paper()), List.of());
        var paper = papers.locked(listed(proposal.paperId()));
        if (!paper.isListed()) {
            throw new PaperNotListed(paper);
        }
        var outcome = catalogue.approve(paper, proposal);
        var inspection = new Inspection(vocabularies.current());
        var told = new ArrayList<OutgoingEvent>();
        if (outcome.decision() == Decision.UPDATED) {
            save(paper, outcome, proposal.submitter(), inspection);
            told.add(
                    new OutgoingEvent(Topics.PAPERS, paper.id(), outcome.paper().told()));
        }
        var warnings = Stream.concat(inspection.warnings(proposal.paper()).stream(), remarks(reason).stream())
                .toList();
        told.add(decided(review, outcome.decision(), outcome.paper(), warnings, List.of()));
        return told;
    }

    /** What was proposed of a paper that was merged since is its survivor's. */
    private String listed(String paperId) {
        return Objects.requireNonNullElse(papers.successors(List.of(paperId)).of(paperId), paperId);
    }

    private void save(Paper before, Outcome outcome, String submitter, Inspection inspection) {
        papers.save(List.of(new PaperRevision(outcome.paper(), submitter, Action.REVIEW, null)), List.of(before));
        findings.settleAboutPapers(List.of(before.id()));
        findings.add(inspection.findings(outcome.paper()));
    }

    private List<OutgoingEvent> rejected(Review review, @Nullable String reason) {
        return List.of(decided(review, Decision.REJECTED, null, List.of(), remarks(reason)));
    }

    private OutgoingEvent decided(
            Review review, Decision decision, @Nullable Paper paper, List<Remark> warnings, List<Remark> problems) {
        var decided = new SubmissionDecided(
                review.proposal().submissionId(),
                decision,
                clock.instant(),
                review.proposal().paperId(),
                null,
                paper == null ? 0 : paper.revision(),
                warnings,
                problems,
                List.of());
        outcomes.decideAgain(decided);
        return new OutgoingEvent(Topics.PROGRESS, decided.submissionId(), decided);
    }

    private static List<Remark> remarks(@Nullable String reason) {
        return reason == null ? List.of() : List.of(new Remark(null, reason));
    }
}
