package io.paperpress.search.indexing;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.PaperIndexed;
import io.paperpress.common.events.PaperMerged;
import io.paperpress.common.events.PaperWithdrawn;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.search.elasticsearch.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings papers into the index and out of it, and says so once a search finds them, or does not any more.
 *
 * <p>Only the newest revision of each paper in a batch is written, and Elasticsearch ignores one that is not newer than
 * its own; yet every event is answered, for each one's submission waits for its end.
 */
@Component
class PaperIndexer implements EventHandler<PaperEvent> {

    private final BulkIndexer index;
    private final EventPublisher publisher;
    private final Clock clock;

    PaperIndexer(BulkIndexer index, EventPublisher publisher, Clock clock) {
        this.index = index;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void handle(List<Delivery<PaperEvent>> batch) {
        index.write(
                Indexes.PAPERS, newest(batch).stream().map(PaperIndexer::entry).toList());
        Instant now = clock.instant();
        publisher.publish(batch.stream()
                .map(Delivery::event)
                .map(event -> told(event, now))
                .toList());
    }

    private static Collection<PaperEvent> newest(List<Delivery<PaperEvent>> batch) {
        return batch.stream()
                .map(Delivery::event)
                .collect(Collectors.toMap(
                        PaperEvent::paperId,
                        event -> event,
                        BinaryOperator.maxBy((a, b) -> Long.compare(a.revision(), b.revision())),
                        LinkedHashMap::new))
                .values();
    }

    static BulkIndexer.Entry entry(PaperEvent event) {
        return switch (event) {
            case PaperCatalogued paper ->
                new BulkIndexer.Entry(paper.paperId(), paper.revision(), PaperDocuments.of(paper));
            case PaperWithdrawn gone -> new BulkIndexer.Entry(gone.paperId(), gone.revision(), null);
            case PaperMerged gone -> new BulkIndexer.Entry(gone.paperId(), gone.revision(), null);
        };
    }

    private static OutgoingEvent told(PaperEvent event, Instant at) {
        return new OutgoingEvent(
                Topics.PROGRESS,
                event.submissionId(),
                new PaperIndexed(event.submissionId(), event.paperId(), event.revision(), at));
    }
}
