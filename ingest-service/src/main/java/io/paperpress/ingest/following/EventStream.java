package io.paperpress.ingest.following;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events of one follower, as the HTML standard has them. A page of them is read only when the last one is
 * written: a slow follower costs no memory.
 */
final class EventStream {

    /** The id of what comes last. */
    static final String END = "end";

    /** Before the beginning. */
    static final long NOTHING = -1;

    private static final int PAGE = 500;
    private static final long RETRY_MILLIS = 1000;

    private final Followed followed;
    private final Watch watch;
    private final EventSettings settings;
    private final JsonMapper json;
    private final HttpServletResponse response;
    private final StringBuilder text = new StringBuilder();
    private long told;

    EventStream(
            Followed followed,
            long told,
            Watch watch,
            EventSettings settings,
            JsonMapper json,
            HttpServletResponse response) {
        this.followed = followed;
        this.told = told;
        this.watch = watch;
        this.settings = settings;
        this.json = json;
        this.response = response;
    }

    /** Returns when all is told, the follower is gone, or it is time to come back. */
    void run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (var follower = watch.follow(followed.batchId())) {
            boolean over = tellNews();
            while (!over
                    && watch.isRunning()
                    && System.nanoTime() - start < settings.longest().toNanos()) {
                if (follower.await(shorter(settings.heartbeat(), settings.longest()))) {
                    over = tellNews();
                } else {
                    text.append(":\n\n");
                }
                flush();
            }
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
            for (Told one : news) {
                append(Long.toString(one.n()), "stage", one);
                told = one.n();
            }
            if (over && found < PAGE) {
                append(END, END, followed.end());
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
        if (told < 0) {
            append("0", "stage", followed.beginning());
            told = 0;
        }
    }

    private void append(String id, String event, Object data) {
        text.append("id: ").append(id).append("\nevent: ").append(event).append("\ndata: ");
        text.append(json.writeValueAsString(data)).append("\n\n");
    }

    private void flush() throws IOException {
        response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        text.setLength(0);
    }
}
