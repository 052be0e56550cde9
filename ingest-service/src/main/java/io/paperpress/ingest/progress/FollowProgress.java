package io.paperpress.ingest.progress;

import io.paperpress.common.events.Decision;
import io.paperpress.common.events.ListPublished;
import io.paperpress.common.events.PaperIndexed;
import io.paperpress.common.events.PaperPublished;
import io.paperpress.common.events.ProgressEvent;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.ingest.submission.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Notes what became of submissions. Events may come in any order and more than once: a decision looks back at what its
 * paper or list has reached, and what is reached looks back at the decisions up to its revision.
 */
final class FollowProgress implements EventHandler<ProgressEvent> {

    private final Progress progress;
    private final TransactionOperations transaction;

    FollowProgress(Progress progress, TransactionOperations transaction) {
        this.progress = progress;
        this.transaction = transaction;
    }

    @Override
    public void handle(List<Delivery<ProgressEvent>> batch) {
        Map<String, SubmissionDecided> waiting = new LinkedHashMap<>();
        Map<String, SubmissionDecided> decided = new LinkedHashMap<>();
        List<Progress.Reached> reached = new ArrayList<>();
        for (var delivery : batch) {
            switch (delivery.event()) {
                case SubmissionDecided event ->
                    (event.decision() == Decision.IN_REVIEW ? waiting : decided)
                            .merge(event.submissionId(), event, FollowProgress::later);
                case PaperIndexed event ->
                    reached.add(Progress.Reached.paper(event.paperId(), Status.INDEXED, event.revision(), event.at()));
                case PaperPublished event ->
                    reached.add(
                            Progress.Reached.paper(event.paperId(), Status.PUBLISHED, event.revision(), event.at()));
                case ListPublished event ->
                    reached.add(Progress.Reached.list(event.slug(), Status.PUBLISHED, event.revision(), event.at()));
            }
        }
        var touched = Progress.Touched.by(waiting.values(), decided.values(), reached);
        transaction.executeWithoutResult(_ -> {
            progress.lock(touched);
            progress.decided(List.copyOf(waiting.values()));
            progress.decided(List.copyOf(decided.values()));
            progress.reached(reached);
            progress.bringTogether(touched);
            progress.tell(touched);
        });
    }

    private static SubmissionDecided later(SubmissionDecided one, SubmissionDecided other) {
        return other.decidedAt().isAfter(one.decidedAt()) ? other : one;
    }
}
