package io.paperpress.search.indexing;

import io.paperpress.common.events.ListEvent;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Replays;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.elasticsearch.Lease;
import io.paperpress.search.indexing.ReindexStatus.State;
import io.paperpress.search.query.SynonymSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the indexes anew from the topics, beside those in use.
 *
 * <p>Everything is read from the beginning, then what came meanwhile, until little is left. For that little nobody writes;
 * then searches go to the new indexes, all at one moment. What another instance wrote to the old ones in that moment is
 * read once more. Old indexes stay a while, for whoever is reading a long answer.
 */
@Component
class Reindexing {

    private static final Logger log = LoggerFactory.getLogger(Reindexing.class);

    private static final Duration LEASE_AGAIN = Duration.ofSeconds(8);

    /** So often is it read on while everybody writes. */
    private static final int ROUNDS = 3;

    private final Indexes indexes;
    private final BulkIndexer writer;
    private final Replays replays;
    private final Lease lease;
    private final SynonymSource synonyms;
    private final Clock clock;
    private volatile Instant leaseHeld = Instant.EPOCH;
    private final AtomicReference<ReindexStatus> status = new AtomicReference<>(ReindexStatus.idle());

    Reindexing(Indexes indexes, BulkIndexer writer, Replays replays, Lease lease, SynonymSource synonyms, Clock clock) {
        this.indexes = indexes;
        this.writer = writer;
        this.replays = replays;
        this.lease = lease;
        this.synonyms = synonyms;
        this.clock = clock;
    }

    ReindexStatus status() {
        return status.get();
    }

    /** Fills the indexes in use with what the topics tell: for those that were made where nothing was. */
    void fill() {
        run(() -> {
            indexes.create();
            Map<String, String> inUse = indexes.inUse();
            try (var fillings = fillings(inUse)) {
                fillings.catchUp();
            }
            inUse.values().forEach(indexes::refresh);
            indexes.markFilled(inUse.values(), clock.instant());
        });
    }

    /** Builds new indexes beside those in use, and lets searches go to them. */
    void rebuild() {
        run(() -> {
            synonyms.reload();
            Map<String, String> created = indexes.createBeside(clock.instant());
            try (var fillings = fillings(created)) {
                for (int round = 0; round < ROUNDS; round++) {
                    fillings.catchUp();
                    keepLease();
                }
                indexes.show(created);
                indexes.markFilled(created.values(), clock.instant());
                writer.whileNobodyWrites(() -> {
                    fillings.catchUp();
                    created.values().forEach(indexes::refresh);
                    indexes.swap(created);
                });
                fillings.catchUp();
                created.values().forEach(indexes::refresh);
            }
        });
    }

    private void keepLease() {
        Instant now = clock.instant();
        if (now.isAfter(leaseHeld.plus(LEASE_AGAIN))) {
            leaseHeld = now;
            lease.hold();
        }
    }

    private void run(Runnable work) {
        leaseHeld = clock.instant();
        status.set(ReindexStatus.running(clock.instant()));
        try {
            work.run();
            status.updateAndGet(running -> running.ended(State.DONE, clock.instant()));
            log.info("Reindexed: {}", status.get());
        } catch (RuntimeException e) {
            status.updateAndGet(running -> running.ended(State.FAILED, clock.instant()));
            throw e;
        }
    }

    private Fillings fillings(Map<String, String> byAlias) {
        return new Fillings(byAlias);
    }

    /** One for each topic. */
    private final class Fillings implements AutoCloseable {

        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<Filling<?>> all;

        Fillings(Map<String, String> byAlias) {
            all = List.of(
                    new Filling<>(
                            replays.of(Topics.NAMES, NameEvent.class),
                            NameIndexer::entry,
                            writer,
                            Objects.requireNonNull(byAlias.get(Indexes.NAMES)),
                            threads,
                            count -> keepLease()),
                    new Filling<>(
                            replays.of(Topics.LISTS, ListEvent.class),
                            ListIndexer::entry,
                            writer,
                            Objects.requireNonNull(byAlias.get(Indexes.LISTS)),
                            threads,
                            count -> keepLease()),
                    new Filling<>(
                            replays.of(Topics.PAPERS, PaperEvent.class),
                            PaperIndexer::entry,
                            writer,
                            Objects.requireNonNull(byAlias.get(Indexes.PAPERS)),
                            threads,
                            this::progressed));
        }

        private void progressed(long count) {
            status.updateAndGet(running -> running.plus(count));
            keepLease();
        }

        void catchUp() {
            all.forEach(Filling::catchUp);
        }

        @Override
        public void close() {
            all.forEach(Filling::close);
            threads.close();
        }
    }
}
