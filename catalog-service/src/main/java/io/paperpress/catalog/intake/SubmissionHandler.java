package io.paperpress.catalog.intake;

import static java.util.stream.Collectors.toSet;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.store.Locks;
import io.paperpress.catalog.store.Outcomes;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.messaging.Inbox;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides on a batch of submissions in one transaction: what was decided, what changed and what is told of it are kept
 * together or not at all.
 */
@Component
class SubmissionHandler implements EventHandler<SubmissionEvent> {

    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final Locks locks;
    private final Outcomes outcomes;
    private final PaperDecisions papers;
    private final ListDecisions lists;
    private final Proposals proposals;
    private final Outbox outbox;

    SubmissionHandler(
            TransactionTemplate transaction,
            Inbox inbox,
            Locks locks,
            Outcomes outcomes,
            PaperDecisions papers,
            ListDecisions lists,
            Proposals proposals,
            Outbox outbox) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.locks = locks;
        this.outcomes = outcomes;
        this.papers = papers;
        this.lists = lists;
        this.proposals = proposals;
        this.outbox = outbox;
    }

    @Override
    public void handle(List<Delivery<SubmissionEvent>> batch) {
        transaction.executeWithoutResult(_ -> {
            var first = inbox.firstTime(batch).stream().map(Delivery::event).toList();
            if (!first.isEmpty()) {
                decide(first);
            }
        });
    }

    private void decide(List<SubmissionEvent> events) {
        lock(events);
        var undecided = undecided(events);
        var submittedPapers = only(PaperSubmitted.class, undecided);
        var told = new ArrayList<OutgoingEvent>();
        var onPapers = papers.decide(submittedPapers);
        told.addAll(onPapers.changes());
        var onLists = lists.decide(only(ListSubmitted.class, undecided), submittedPapers, onPapers.decided());
        told.addAll(onLists.changes());
        var decided = new ArrayList<SubmissionDecided>(onPapers.decided());
        decided.addAll(onLists.decided());
        decided.addAll(proposals.receive(only(RevisionSubmitted.class, undecided)));
        outcomes.save(decided);
        decided.forEach(decision -> told.add(new OutgoingEvent(Topics.PROGRESS, decision.submissionId(), decision)));
        outbox.append(told);
    }

    /**
     * One work may arrive in two partitions at once, under two of its names. A list must not miss the decision on one of
     * its papers that another transaction is about to make: they travel in one batch, so that is what both lock.
     */
    private void lock(List<SubmissionEvent> events) {
        Set<String> alone = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (SubmissionEvent event : events) {
            switch (event) {
                case PaperSubmitted paper -> {
                    alone.addAll(IdentityKeys.of(paper.paper()));
                    shared.add("batch:" + paper.batchId());
                }
                case ListSubmitted list -> alone.add("batch:" + list.batchId());
                case RevisionSubmitted _ -> {} // changes no paper before a person has looked at it
            }
        }
        locks.take(alone, shared);
    }

    /** A submission that its sender repeated under another event id has its answer already. */
    private List<SubmissionEvent> undecided(List<SubmissionEvent> events) {
        var known = outcomes.papers(
                        events.stream().map(SubmissionEvent::submissionId).collect(toSet()))
                .keySet();
        Set<String> seen = new HashSet<>(known);
        return events.stream().filter(event -> seen.add(event.submissionId())).toList();
    }

    private static <E extends SubmissionEvent> List<E> only(Class<E> type, List<SubmissionEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
