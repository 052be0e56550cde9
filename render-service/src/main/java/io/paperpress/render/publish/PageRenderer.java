package io.paperpress.render.publish;

import gg.jte.TemplateException;
import io.micrometer.core.instrument.MeterRegistry;
import io.paperpress.render.model.Json;
import io.paperpress.render.model.ModelReader;
import io.paperpress.render.pages.Page;
import io.paperpress.render.pages.PageWriter;
import io.paperpress.render.publish.DirtyPages.Clean;
import io.paperpress.render.publish.DirtyPages.Dirty;
import io.paperpress.render.publish.DirtyPages.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Renders every dirty page once: first those that are new, so that nothing links to a page that is not there; then those
 * that changed; and removes last what nothing links to any more.
 */
@Component
class PageRenderer {

    private static final Logger log = LoggerFactory.getLogger(PageRenderer.class);

    private static final int CHUNK = 400;

    /** Fewer pages than this are not worth another connection. */
    private static final int SHARE = 24;

    /**
     * What a pass did.
     *
     * @param upTo every change up to this one is live, but for the failed pages
     */
    record Pass(long upTo, int rendered, int written, Set<String> failed) {}

    private final DataSource dataSource;
    private final DirtyPages dirtyPages;
    private final PageWriter writer;
    private final PageStore store;
    private final Json json;
    private final int workers;
    private final MeterRegistry meters;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    PageRenderer(
            DataSource dataSource,
            DirtyPages dirtyPages,
            PageWriter writer,
            PageStore store,
            Json json,
            RenderProperties properties,
            MeterRegistry meters) {
        this.dataSource = dataSource;
        this.dirtyPages = dirtyPages;
        this.writer = writer;
        this.store = store;
        this.json = json;
        this.workers = Math.max(1, properties.workers());
        this.meters = meters;
    }

    Pass render() {
        try (var moment = Moment.now(dataSource)) {
            if (!moment.isOnlyOne()) {
                return new Pass(0, 0, 0, Set.of()); // another instance is at it
            }
            var upTo = Untold.newest(moment.jdbc());
            var tally = new Tally();
            var gone = new ArrayList<Dirty>();
            for (var kind : Kind.values()) {
                var after = "";
                for (var chunk = dirtyPages.next(moment.jdbc(), kind, after, CHUNK);
                        !chunk.isEmpty();
                        chunk = dirtyPages.next(moment.jdbc(), kind, after, CHUNK)) {
                    render(chunk, moment, tally, gone);
                    after = chunk.getLast().path();
                }
            }
            remove(gone, tally);
            meters.counter("paperpress.pages.rendered").increment(tally.rendered);
            meters.counter("paperpress.pages.written").increment(tally.written);
            return new Pass(upTo, tally.rendered, tally.written, tally.failed);
        }
    }

    private static final class Tally {
        private int rendered;
        private int written;
        private final Set<String> failed = new LinkedHashSet<>();

        synchronized void add(boolean isChanged) {
            rendered++;
            written += isChanged ? 1 : 0;
        }

        synchronized void fail(String path) {
            failed.add(path);
        }
    }

    private void render(List<Dirty> chunk, Moment moment, Tally tally, Collection<Dirty> gone) {
        var queue = new ConcurrentLinkedQueue<>(chunk);
        var clean = new ConcurrentLinkedQueue<Clean>();
        var absent = new ConcurrentLinkedQueue<Dirty>();
        var helpers = new ArrayList<Future<?>>();
        var others = new ArrayList<Moment>();
        try {
            for (int i = 1; i < Math.min(workers, chunk.size() / SHARE + 1); i++) {
                var other = moment.again();
                others.add(other);
                helpers.add(threads.submit(() -> work(queue, other, clean, absent, tally)));
            }
            work(queue, moment, clean, absent, tally);
            join(helpers);
        } finally {
            others.forEach(Moment::close);
        }
        if (!clean.isEmpty()) {
            dirtyPages.clean(clean);
        }
        gone.addAll(absent);
    }

    private void work(
            Queue<Dirty> queue, Moment moment, Collection<Clean> clean, Collection<Dirty> absent, Tally tally) {
        var model = new ModelReader(moment.jdbc(), json);
        for (var dirty = queue.poll(); dirty != null; dirty = queue.poll()) {
            byte[] content;
            try {
                content = writer.write(Page.at(dirty.path()), model);
            } catch (TemplateException | IllegalArgumentException | IllegalStateException e) {
                // one page that cannot be drawn must not hold up the others; it stays dirty
                log.error("Cannot render {}", dirty.path(), e);
                tally.fail(dirty.path());
                continue;
            }
            if (content == null) {
                absent.add(dirty);
            } else {
                var written = store.write(dirty.path(), content, dirty.hash());
                tally.add(written.isChanged());
                clean.add(new Clean(dirty.path(), dirty.change(), written.hash(), written.bytes()));
            }
        }
    }

    private static void join(List<Future<?>> helpers) {
        try {
            for (var helper : helpers) {
                helper.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while rendering", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private void remove(List<Dirty> gone, Tally tally) {
        if (!gone.isEmpty()) {
            for (var dirty : gone) {
                tally.add(store.remove(dirty.path()));
            }
            dirtyPages.clean(gone.stream()
                    .map(dirty -> new Clean(dirty.path(), dirty.change(), null, 0))
                    .toList());
        }
    }
}
