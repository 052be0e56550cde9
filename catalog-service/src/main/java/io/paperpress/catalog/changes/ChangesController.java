package io.paperpress.catalog.changes;

import io.paperpress.common.following.EventStreams;
import io.paperpress.common.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every change of a paper or list, as it is told: for mirrors, and for whoever wants to hear at once. */
@RestController
class ChangesController {

    private static final Pattern ID = Pattern.compile("([0-9a-f]{12})-(\\d{1,18})");

    private final ChangeLog log;
    private final EventStreams<String> streams;

    ChangesController(ChangeLog log, EventStreams<String> streams) {
        this.log = log;
        this.streams = streams;
    }

    @GetMapping("/api/changes")
    void changes(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "first") String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!from.equals("first") && !from.equals("now")) {
            throw bad("from= takes first or now.");
        }
        String name = log.name();
        String id = lastEventId == null || lastEventId.isEmpty() ? after : lastEventId;
        long told = id == null || id.isEmpty() ? EventStreams.NOTHING : told(id, name);
        long start = from.equals("now") ? log.newest() : 0;
        streams.follow(() -> new FollowedChanges(log, name, start), told, request, response);
    }

    private long told(String id, String name) {
        var parts = ID.matcher(id);
        if (!parts.matches()) {
            throw bad("Last-Event-ID, or after=, must be an id that this stream gave.");
        }
        long n = Long.parseLong(parts.group(2));
        if (!parts.group(1).equals(name) || n > log.newest()) {
            throw new ProblemException(
                    HttpStatus.GONE,
                    "unknown-position",
                    "No position of these changes",
                    "This id was given by another catalogue, or by this one before it was restored. Please begin again without an id.");
        }
        return n;
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", "Bad Request", detail);
    }
}
