package io.paperpress.ingest.following;

import io.paperpress.common.following.EventStreams;
import io.paperpress.common.following.Followed;
import io.paperpress.common.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells what becomes of a submission, or of all of a call, as it happens. */
@RestController
class EventController {

    private final StageLog stages;
    private final EventStreams<String> streams;

    EventController(StageLog stages, EventStreams<String> streams) {
        this.stages = stages;
        this.streams = streams;
    }

    @GetMapping("/api/submissions/{id}/events")
    void submission(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        follow(request, response, () -> stages.submission(id), "submission");
    }

    @GetMapping("/api/batches/{id}/events")
    void batch(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) {
        follow(request, response, () -> stages.batch(id), "batch");
    }

    private void follow(
            HttpServletRequest request,
            HttpServletResponse response,
            Supplier<Optional<Followed<String>>> subject,
            String kind) {
        String lastEventId = request.getHeader("Last-Event-ID");
        if (StageLog.END.equals(lastEventId)) {
            if (subject.get().isEmpty()) {
                throw notFound(kind);
            }
            response.setStatus(HttpStatus.NO_CONTENT.value()); // by the standard: do not come back
        } else {
            streams.follow(() -> subject.get().orElseThrow(() -> notFound(kind)), told(lastEventId), request, response);
        }
    }

    private static long told(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return EventStreams.NOTHING;
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
