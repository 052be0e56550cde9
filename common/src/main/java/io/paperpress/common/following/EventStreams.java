package io.paperpress.common.following;

import io.paperpress.common.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open streams of one instance, as many as it holds.
 *
 * @param <K> what is watched for changes
 */
public final class EventStreams<K> {

    /** Before the beginning. */
    public static final long NOTHING = -1;

    /**
     * How many, and how long.
     *
     * @param streams open at once; one more is answered with 503
     * @param heartbeat after which silence a comment is sent, so that neither side takes the other for gone
     * @param longest after which a stream is closed, for its follower to come back and go on where it was
     */
    public record Limits(int streams, Duration heartbeat, Duration longest) {}

    private final Watch<K> watch;
    private final Limits limits;
    private final JsonMapper json;
    private final Semaphore places;

    public EventStreams(Watch<K> watch, Limits limits, JsonMapper json) {
        this.watch = watch;
        this.limits = limits;
        this.json = json;
        this.places = new Semaphore(limits.streams());
    }

    /**
     * Answers a request with what follows; returns when the follower is gone, or is to come back.
     *
     * @param told the number after which to go on, or {@link #NOTHING}
     */
    public void follow(
            Supplier<Followed<K>> subject, long told, HttpServletRequest request, HttpServletResponse response) {
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-many-streams",
                    "Too many event streams",
                    "As many event streams are open as this service holds. Please try again, or ask for the resource itself.");
        }
        try {
            var followed = subject.get();
            if (!"HEAD".equals(request.getMethod())) {
                new EventStream<>(followed, told, watch, limits, json, response).run();
            }
        } catch (DataAccessException away) {
            if (!response.isCommitted()) {
                throw away;
            } // else the follower comes back, and goes on where it was
        } catch (IOException gone) {
            // the follower has left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }
}
