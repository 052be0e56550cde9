package io.paperpress.common.following;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events of one follower, as the HTML standard has them. A page of them is read only when the last one is
 * written: a slow follower costs no memory.
 */
final class EventStream<K> {

    private static final int PAGE = 500;
    private static final long RETRY_MILLIS = 1000;

    private final Followed<K> followed;
    private final Watch<K> watch;
    private final EventStreams.Limits limits;
    private final JsonMapper json;
    private final HttpServletResponse response;
    private final StringBuilder text = new StringBuilder();
    private long told;
    private @Nullable StreamEvent first;

    EventStream(
            Followed<K> followed,
            long told,
            Watch<K> watch,
            EventStreams.Limits limits,
            JsonMapper json,
            HttpServletResponse response) {
        this.followed = followed;
        this.told = told;
        this.watch = watch;
        this.limits = limits;
        this.json = json;
        this.response = response;
    }

    /** Returns when all is told, the follower is gone, or it is time to come back. */
    void run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (var follower = watch.follow(followed.watched())) {
            begin();
            boolean over = tellNews();
            while (!over
                    && watch.isRunning()
                    && System.nanoTime() - start < limits.longest().toNanos()) {
                if (follower.await(shorter(limits.heartbeat(), limits.longest()))) {
                    over = tellNews();
                } else {
                    text.append(":\n\n");
                }
                flush();
            }
        }
    }

    /** Before anything is read: what follows comes after the beginning. */
    private void begin() {
        if (told < 0) {
            first = followed.beginning().orElse(null);
            told = first == null ? 0 : first.n();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** @return whether that was the last of it */
    private boolean tellNews() throws IOException {
        boolean over;
        int found;
        do {
            over = followed.isOver(); // asked first: what is over has noted everything that is read next
            var news = followed.after(told, PAGE);
            found = news.size();
            if (!response.isCommitted() && text.isEmpty()) {
                open();
            }
            for (StreamEvent one : news) {
                append(one);
                told = one.n();
            }
            if (over && found < PAGE) {
                followed.end().ifPresent(this::append);
            }
            flush();
        } while (found == PAGE);
        return over;
    }

    private void open() {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // for a proxy that would collect the stream
        text.append("retry: ").append(RETRY_MILLIS).append("\n\n");
        if (first != null) {
            append(first);
        }
    }

    private void append(StreamEvent one) {
        text.append("id: ").append(one.id()).append("\nevent: ").append(one.event());
        text.append("\ndata: ").append(json.writeValueAsString(one.data())).append("\n\n");
    }

    private void flush() throws IOException {
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        text.setLength(0);
    }
}
