package io.paperpress.common.following;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Looks at what somebody follows, and wakes their followers when something is new. One short query however many
 * there are, none where there are none, and nothing for whoever writes.
 *
 * <p>Stops before the web server, so that open streams do not keep it waiting.
 *
 * @param <K> what can be followed
 */
public final class Watch<K> implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    /** What one follower waits on. */
    final class Follower implements AutoCloseable {

        private final K key;
        private final Semaphore news = new Semaphore(0);

        private Follower(K key) {
            this.key = key;
        }

        /** @return whether there may be something new; {@code false} when the time is over */
        boolean await(Duration most) throws InterruptedException {
            boolean woken = news.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
            news.drainPermits();
            return woken;
        }

        @Override
        public void close() {
            watched.computeIfPresent(key, (_, one) -> {
                one.followers.remove(news);
                return one.followers.isEmpty() ? null : one;
            });
        }
    }

    private static final class Watched {
        private final Set<Semaphore> followers = ConcurrentHashMap.newKeySet();
        private long newest = -1; // the watching thread's own

        private void wake() {
            followers.forEach(Semaphore::release);
        }
    }

    private final Map<K, Watched> watched = new ConcurrentHashMap<>();
    private final Function<Set<K>, Map<K, Long>> newest;
    private final Duration pause;
    private volatile boolean running;

    /** @param newest the highest number of each of those that are asked for */
    public Watch(Function<Set<K>, Map<K, Long>> newest, Duration pause) {
        this.newest = newest;
        this.pause = pause;
    }

    /** Whoever reads after this is woken by everything it did not read. */
    Follower follow(K key) {
        var follower = new Follower(key);
        watched.compute(key, (_, known) -> {
            var one = known == null ? new Watched() : known;
            one.followers.add(follower.news);
            return one;
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
        if (watched.isEmpty()) {
            return;
        }
        newest.apply(Set.copyOf(watched.keySet())).forEach((key, number) -> {
            var one = watched.get(key);
            if (one != null && one.newest != number) {
                one.newest = number;
                one.wake();
            }
        });
    }

    @Override
    public void stop() {
        running = false;
        watched.values().forEach(Watched::wake);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
