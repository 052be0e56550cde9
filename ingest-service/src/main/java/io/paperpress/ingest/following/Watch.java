package io.paperpress.ingest.following;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Looks at the calls that somebody follows, and wakes their followers when something is new. One short query however many
 * there are, none where there are none, and nothing for whoever writes.
 *
 * <p>Stops before the web server, so that open streams do not keep it waiting.
 */
final class Watch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    /** What one follower waits on. */
    final class Follower implements AutoCloseable {

        private final String batchId;
        private final Semaphore news = new Semaphore(0);

        private Follower(String batchId) {
            this.batchId = batchId;
        }

        /** @return whether there may be something new; {@code false} when the time is over */
        boolean await(Duration most) throws InterruptedException {
            boolean woken = news.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
            news.drainPermits();
            return woken;
        }

        @Override
        public void close() {
            calls.computeIfPresent(batchId, (_, call) -> {
                call.followers.remove(this);
                return call.followers.isEmpty() ? null : call;
            });
        }
    }

    private static final class FollowedCall {
        private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
        private long newest = -1; // the watching thread's own

        private void wake() {
            followers.forEach(follower -> follower.news.release());
        }
    }

    private final Map<String, FollowedCall> calls = new ConcurrentHashMap<>();
    private final StageLog stages;
    private final Duration pause;
    private volatile boolean running;

    Watch(StageLog stages, Duration pause) {
        this.stages = stages;
        this.pause = pause;
    }

    /** Whoever reads after this is woken by everything it did not read. */
    Follower follow(String batchId) {
        var follower = new Follower(batchId);
        calls.compute(batchId, (_, known) -> {
            var call = known == null ? new FollowedCall() : known;
            call.followers.add(follower);
            return call;
        });
        return follower;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("watch").start(this::run);
    }

    private void run() {
        boolean away = false;
        while (running) {
            try {
                look();
                away = false;
                Thread.sleep(pause);
            } catch (DataAccessException e) {
                if (!away) {
                    log.warn("Followers hear nothing while the database is away: {}", e.getMessage());
                }
                away = true;
                pauseLonger();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void pauseLonger() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        if (calls.isEmpty()) {
            return;
        }
        stages.newest(Set.copyOf(calls.keySet())).forEach((batchId, newest) -> {
            var call = calls.get(batchId);
            if (call != null && call.newest != newest) {
                call.newest = newest;
                call.wake();
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        calls.values().forEach(FollowedCall::wake);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
