package io.paperpress.search.indexing;

import io.paperpress.common.events.Event;
import io.paperpress.common.messaging.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * Brings what one topic tells into one index.
 *
 * <p>While Elasticsearch takes one batch, the next is made. Revisions may overtake each other on the way: the index keeps
 * the newest.
 */
final class Filling<E extends Event> implements AutoCloseable {

    private static final int AT_ONCE = 2;
    private static final int DOCUMENTS = 500;

    private final Replay<E> replay;
    private final Function<E, BulkIndexer.Entry> entry;
    private final BulkIndexer writer;
    private final String index;
    private final ExecutorService threads;
    private final LongConsumer progress;

    Filling(
            Replay<E> replay,
            Function<E, BulkIndexer.Entry> entry,
            BulkIndexer writer,
            String index,
            ExecutorService threads,
            LongConsumer progress) {
        this.replay = replay;
        this.entry = entry;
        this.writer = writer;
        this.index = index;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Reads on to where the topic ends now; everything is written when it returns.
     *
     * @throws io.paperpress.common.messaging.Unavailable when Kafka or Elasticsearch is away
     */
    void catchUp() {
        replay.mark();
        var sending = new ArrayList<CompletableFuture<Void>>();
        while (replay.behind() > 0) {
            List<E> events = replay.next();
            for (int from = 0; from < events.size(); from += DOCUMENTS) {
                var some = events.subList(from, Math.min(events.size(), from + DOCUMENTS));
                if (sending.size() == AT_ONCE) {
                    await(sending.removeFirst());
                }
                sending.add(CompletableFuture.runAsync(() -> send(some), threads));
            }
        }
        sending.forEach(Filling::await);
    }

    private void send(List<E> events) {
        writer.load(index, events.stream().map(entry).toList());
        progress.accept(events.size());
    }

    private static void await(CompletableFuture<Void> sent) {
        try {
            sent.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    String index() {
        return index;
    }

    @Override
    public void close() {
        replay.close();
    }
}
