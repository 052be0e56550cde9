package io.paperpress.ingest.following;

import io.paperpress.common.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tells what becomes of a submission, or of all of a call, as it happens. */
@RestController
class EventController {

    private final StageLog stages;
    private final Watch watch;
    private final EventSettings settings;
    private final JsonMapper json;
    private final Semaphore places;

    EventController(StageLog stages, Watch watch, EventSettings settings, JsonMapper json) {
        this.stages = stages;
        this.watch = watch;
        this.settings = settings;
        this.json = json;
        this.places = new Semaphore(settings.maxStreams());
    }

    @GetMapping("/api/submissions/{id}/events")
    void submission(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        follow(request, response, () -> stages.submission(id), "submission");
    }

    @GetMapping("/api/batches/{id}/events")
    void batch(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        follow(request, response, () -> stages.batch(id), "batch");
    }

    private void follow(
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<Optional<Followed>> subject,
            String kind) {
        long told = told(request.getHeader("Last-Event-ID"));
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-many-streams",
                    "Too many event streams",
                    "As many event streams are open as this service holds. Please try again, or ask for the resource itself.");
        }
        try {
            var followed = subject.get().orElseThrow(() -> notFound(kind));
            if (told == Long.MAX_VALUE) {
                response.setStatus(HttpStatus.NO_CONTENT.value()); // by the standard: do not come back
            } else if (!"HEAD".equals(request.getMethod())) {
                new EventStream(followed, told, watch, settings, json, response).run();
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

    private static long told(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return EventStream.NOTHING;
        }
        if (lastEventId.equals(EventStream.END)) {
            return Long.MAX_VALUE;
        }
        if (lastEventId.matches("\\d{1,18}")) {
            return Long.parseLong(lastEventId);
        }
        throw new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "Bad Request",
                "Last-Event-ID must be an id that this stream gave.");
    }

    private static ProblemException notFound(String kind) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                kind + "-not-found",
                "No such " + kind,
                "There is no %s with this id.".formatted(kind));
    }
}
