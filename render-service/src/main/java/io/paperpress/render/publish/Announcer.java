package io.paperpress.render.publish;

import io.paperpress.common.events.ListPublished;
import io.paperpress.common.events.PaperPublished;
import io.paperpress.common.events.ProgressEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.render.pages.Page;
import io.paperpress.render.publish.PageRenderer.Pass;
import io.paperpress.render.publish.Untold.Revision;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells of every revision whose pages are live. */
@Component
class Announcer {

    private static final int BATCH = 500;

    private final Untold untold;
    private final EventPublisher publisher;
    private final Clock clock;

    Announcer(Untold untold, EventPublisher publisher, Clock clock) {
        this.untold = untold;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** How many revisions were told of; those with a failed page of their own wait. */
    int tell(Pass pass) {
        int told = 0;
        int held = 0;
        while (true) {
            var batch = untold.upTo(pass.upTo(), BATCH, held);
            if (batch.isEmpty()) {
                return told;
            }
            var ready = batch.stream()
                    .filter(revision -> !pass.failed().contains(page(revision).path()))
                    .toList();
            held += batch.size() - ready.size();
            if (!ready.isEmpty()) {
                publish(ready, clock.instant());
                untold.told(ready);
                told += ready.size();
            }
        }
    }

    private void publish(List<Revision> revisions, Instant now) {
        publisher.publish(revisions.stream()
                .map(revision -> new OutgoingEvent(Topics.PROGRESS, revision.submissionId(), event(revision, now)))
                .toList());
    }

    private static ProgressEvent event(Revision revision, Instant now) {
        return revision.kind().equals(Untold.LIST)
                ? new ListPublished(revision.submissionId(), revision.id(), revision.revision(), now)
                : new PaperPublished(revision.submissionId(), revision.id(), revision.revision(), now);
    }

    private static Page page(Revision revision) {
        return revision.kind().equals(Untold.LIST) ? new Page.OfList(revision.id()) : new Page.OfPaper(revision.id());
    }
}
