package io.paperpress.search.indexing;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.paperpress.common.messaging.Unavailable;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.elasticsearch.Lease;
import io.paperpress.search.indexing.ReindexStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks again and again whether the indexes are what they should be: fills one that lost its data, replaces one of another
 * version, removes what is left over. Of several instances one does it.
 */
@Component
class IndexKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);

    private final Indexes indexes;
    private final Reindexing reindexing;
    private final Lease lease;
    private final Clock clock;
    private final Duration pause;
    private final Duration grace;
    private final Semaphore wake = new Semaphore(0);
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile @Nullable Thread thread;

    IndexKeeper(Indexes indexes, Reindexing reindexing, Lease lease, Clock clock, ReindexProperties properties) {
        this.indexes = indexes;
        this.reindexing = reindexing;
        this.lease = lease;
        this.clock = clock;
        this.pause = properties.lookEvery();
        this.grace = properties.keepOldFor();
    }

    /** Lets the indexes be built anew soon; who asks while that is under way or asked for asks for the same. */
    ReindexStatus request() {
        if (reindexing.status().state() != State.RUNNING) {
            asked.set(true);
            wake.release();
        }
        return status();
    }

    ReindexStatus status() {
        ReindexStatus status = reindexing.status();
        boolean waiting = asked.get() && status.state() != State.RUNNING;
        return waiting ? new ReindexStatus(State.REQUESTED, null, null, 0) : status;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("index-keeper").start(this::keep);
    }

    private void keep() {
        String told = "";
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
                told = "";
            } catch (Unavailable | ElasticsearchException away) {
                String reason = String.valueOf(away.getMessage());
                if (!reason.equals(told)) {
                    log.warn("The indexes cannot be looked after now: {}", reason);
                    told = reason;
                }
            } catch (RuntimeException bug) {
                log.error("The indexes cannot be looked after", bug);
            }
            rest();
        }
    }

    private void look() {
        var need = indexes.need();
        boolean rebuild = asked.get() || need == Indexes.Need.REBUILDING;
        boolean idle = !rebuild && need == Indexes.Need.NOTHING;
        if (idle && indexes.leftBefore(clock.instant().minus(grace)).isEmpty() || !lease.hold()) {
            return;
        }
        try {
            indexes.delete(indexes.leftBefore(clock.instant().minus(grace)));
            if (rebuild) {
                reindexing.rebuild();
                asked.set(false);
            } else if (!idle) {
                reindexing.fill();
            }
        } finally {
            lease.release();
        }
    }

    private void rest() {
        try {
            wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            wake.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
