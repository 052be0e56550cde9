package io.paperpress.catalog.intake;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.store.Locks;
import io.paperpress.catalog.store.Outcomes;
import io.paperpress.catalog.store.Reviews;
import io.paperpress.catalog.store.Reviews.Review;
import io.paperpress.catalog.store.Reviews.State;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A maintainer's word on what waits: it is kept, applied and told together or not at all, and said once it stands. */
@Component
public class ReviewDecisions {

    private final TransactionTemplate transaction;
    private final Reviews reviews;
    private final Approvals approvals;
    private final PaperDecisions papers;
    private final ListDecisions lists;
    private final Locks locks;
    private final Outcomes outcomes;
    private final Outbox outbox;
    private final Clock clock;

    ReviewDecisions(
            TransactionTemplate transaction,
            Reviews reviews,
            Approvals approvals,
            PaperDecisions papers,
            ListDecisions lists,
            Locks locks,
            Outcomes outcomes,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.reviews = reviews;
        this.approvals = approvals;
        this.papers = papers;
        this.lists = lists;
        this.locks = locks;
        this.outcomes = outcomes;
        this.outbox = outbox;
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
                    var among = among(review, state);
                    reviews.decided(
                            among.stream()
                                    .map(one -> one.event().submissionId())
                                    .toList(),
                            state,
                            maintainer,
                            clock.instant(),
                            reason);
                    tell(state == State.APPROVED ? approved(review, among) : rejected(review, reason), reason, review);
                }));
        return reviews.find(submissionId);
    }

    /** Who approves a list approves what stands on it and waits as well. */
    private List<Review> among(Review review, State state) {
        if (state == State.APPROVED && review.event() instanceof ListSubmitted page) {
            return Stream.concat(reviews.openAmong(ListDecisions.submissions(page)).stream(), Stream.of(review))
                    .toList();
        }
        return List.of(review);
    }

    private Decisions approved(Review review, List<Review> among) {
        if (review.event() instanceof RevisionSubmitted proposal) {
            return approvals.apply(proposal);
        }
        var submitted = only(PaperSubmitted.class, among);
        lock(review, submitted);
        var onPapers = papers.decideNow(submitted);
        var onLists = lists.decideNow(only(ListSubmitted.class, among), submitted, onPapers.decided());
        return onPapers.and(onLists);
    }

    private static <E> List<E> only(Class<E> type, List<Review> among) {
        return among.stream()
                .map(Review::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** As where submissions arrive: the works, and the call that a list and its papers came with. */
    private void lock(Review review, List<PaperSubmitted> submitted) {
        var names = new HashSet<String>();
        submitted.forEach(paper -> names.addAll(IdentityKeys.of(paper.paper())));
        submitted.forEach(paper -> names.add("batch:" + paper.batchId()));
        if (review.event() instanceof ListSubmitted page) {
            names.add("batch:" + page.batchId());
        }
        locks.take(names, List.of());
    }

    /** A list may have waited for the end of this one. */
    private Decisions rejected(Review review, @Nullable String reason) {
        var decision = rejection(review, reason);
        if (review.event() instanceof PaperSubmitted paper) {
            lock(review, List.of(paper));
            return new Decisions(List.of(decision), List.of())
                    .and(lists.decideNow(List.of(), List.of(), List.of(decision)));
        }
        return new Decisions(List.of(decision), List.of());
    }

    private SubmissionDecided rejection(Review review, @Nullable String reason) {
        return new SubmissionDecided(
                review.event().submissionId(),
                Decision.REJECTED,
                clock.instant(),
                review.event() instanceof RevisionSubmitted proposal ? proposal.paperId() : null,
                review.event() instanceof ListSubmitted page ? page.slug() : null,
                0,
                List.of(),
                remarks(reason),
                List.of());
    }

    private void tell(Decisions decisions, @Nullable String reason, Review review) {
        var decided = decisions.decided().stream()
                .map(decision -> decision.submissionId().equals(review.event().submissionId())
                        ? withRemarks(decision, remarks(reason))
                        : decision)
                .toList();
        outcomes.save(decided);
        var told = new ArrayList<>(decisions.changes());
        decided.forEach(decision -> told.add(new OutgoingEvent(Topics.PROGRESS, decision.submissionId(), decision)));
        outbox.append(told);
    }

    /** What the maintainer said stands among the warnings of what was approved. */
    private static SubmissionDecided withRemarks(SubmissionDecided decision, List<Remark> remarks) {
        if (decision.decision() == Decision.REJECTED) {
            return decision;
        }
        return new SubmissionDecided(
                decision.submissionId(),
                decision.decision(),
                decision.decidedAt(),
                decision.paperId(),
                decision.slug(),
                decision.revision(),
                Stream.concat(decision.warnings().stream(), remarks.stream()).toList(),
                decision.problems(),
                decision.duplicatesOf());
    }

    private static List<Remark> remarks(@Nullable String reason) {
        return reason == null ? List.of() : List.of(new Remark(null, reason));
    }
}
