package io.paperpress.render.publish;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the site's files equal to the page model: one thread for pages, one for the slow whole-catalogue Markdown pages.
 * Both go on where the last run of the service was stopped.
 */
@Component
public class Publishing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);

    /** Nobody wakes us for what another instance or an earlier run left. */
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(5);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LEAST_BOOK_REST = Duration.ofMillis(250);

    private final PageRenderer pages;
    private final BookRenderer books;
    private final Announcer announcer;
    private final SiteState site;
    private final SitePreparation preparation;
    private final RenderProperties properties;
    private final Bell pageBell = new Bell();
    private final Bell bookBell = new Bell();
    private volatile boolean running;
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private @Nullable Thread pageThread;
    private @Nullable Thread bookThread;

    Publishing(
            PageRenderer pages,
            BookRenderer books,
            Announcer announcer,
            SiteState site,
            SitePreparation preparation,
            RenderProperties properties) {
        this.pages = pages;
        this.books = books;
        this.announcer = announcer;
        this.site = site;
        this.preparation = preparation;
        this.properties = properties;
    }

    /** There is something to do. */
    public void wake() {
        pageBell.ring();
        bookBell.ring();
    }

    /** Why the last pass failed; {@code null} while all is well. */
    public @Nullable Throwable failure() {
        return failures.values().stream().findFirst().orElse(null);
    }

    @Override
    public void start() {
        preparation.prepare();
        running = true;
        pageThread = Thread.ofPlatform().name("pages").start(this::keepPages);
        bookThread = Thread.ofPlatform().name("books").start(this::keepBooks);
        wake();
    }

    @Override
    public void stop() {
        running = false;
        stop(pageThread);
        stop(bookThread);
    }

    private static void stop(@Nullable Thread thread) {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Starts before and stops after the consumers and the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keepPages() {
        keep("pages", () -> {
            pageBell.await(LOOK_ANYWAY);
            pageBell.settle(properties.settle(), properties.settleAtMost());
            pass();
        });
    }

    private void keepBooks() {
        keep("Markdown pages", () -> {
            bookBell.await(LOOK_ANYWAY);
            bookBell.settle(properties.settle(), properties.settleAtMost());
            var start = System.nanoTime();
            if (books.render() > 0) {
                var took = Duration.ofNanos(System.nanoTime() - start);
                var rest = took.multipliedBy(properties.bookRest());
                TimeUnit.NANOSECONDS.sleep(Math.max(rest.toNanos(), LEAST_BOOK_REST.toNanos()));
            }
        });
    }

    private void pass() {
        var start = System.nanoTime();
        var pass = pages.render();
        var rendered = System.nanoTime();
        var told = announcer.tell(pass);
        if (told > 0 || pass.written() > 0) {
            site.published();
            log.debug(
                    "Rendered {} pages in {} ms, {} changed; told of {} revisions in {} ms",
                    pass.rendered(),
                    TimeUnit.NANOSECONDS.toMillis(rendered - start),
                    pass.written(),
                    told,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - rendered));
        }
        if (!pass.failed().isEmpty()) {
            throw new IllegalStateException("Cannot render " + pass.failed());
        }
    }

    /** One round of a thread's work. */
    private interface Round {
        void run() throws InterruptedException;
    }

    private void keep(String what, Round round) {
        while (running) {
            try {
                round.run();
                failures.remove(what);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (running) {
                    failed(what, e);
                }
            }
        }
    }

    /** Whatever it was, dirty pages stay dirty and untold revisions untold: the next round tries them again. */
    private void failed(String what, RuntimeException e) {
        if (failures.put(what, e) == null) {
            log.warn("Keeping {} failed, and will be tried again", what, e);
        }
        try {
            TimeUnit.NANOSECONDS.sleep(AFTER_FAILURE.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Remembers that it rang until somebody has heard it. */
    private static final class Bell {

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rung = lock.newCondition();
        private boolean ringing;

        void ring() {
            lock.lock();
            try {
                ringing = true;
                rung.signalAll();
            } finally {
                lock.unlock();
            }
        }

        boolean await(Duration atMost) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                var left = atMost.toNanos();
                while (!ringing && left > 0) {
                    left = rung.awaitNanos(left);
                }
                var heard = ringing;
                ringing = false;
                return heard;
            } finally {
                lock.unlock();
            }
        }

        /** Returns when it was quiet for a while, or after the longest wait. */
        void settle(Duration quiet, Duration atMost) throws InterruptedException {
            var end = System.nanoTime() + atMost.toNanos();
            while (await(quiet) && System.nanoTime() < end) {
                // another change came: its pages may be the same ones
            }
        }
    }
}
