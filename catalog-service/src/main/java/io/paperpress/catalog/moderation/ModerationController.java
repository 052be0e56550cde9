package io.paperpress.catalog.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.store.Reviews;
import io.paperpress.catalog.store.Submitters;
import io.paperpress.catalog.store.Submitters.Word;
import io.paperpress.common.identity.RandomIds;
import io.paperpress.common.web.ProblemException;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The policy as it stands, and whom maintainers trust. */
@RestController
@RequestMapping("/api/moderation")
@PreAuthorize("hasRole('maintainer')")
class ModerationController {

    /** As long as a token's subject may be. */
    private static final int LONGEST_NAME = 255;

    /**
     * @param earnedAfter approved submissions that earn trust; absent where none do
     * @param waiting how many submissions wait
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String policy, @Nullable Integer earnedAfter, long waiting, List<Word> submitters) {}

    /** Whether submissions of somebody are published at once under the policy {@code trusted}. */
    record Trust(@Nullable String submitter, @Nullable Boolean trusted) {}

    private final ModerationSettings settings;
    private final Submitters submitters;
    private final Reviews reviews;
    private final Clock clock;

    ModerationController(ModerationSettings settings, Submitters submitters, Reviews reviews, Clock clock) {
        this.settings = settings;
        this.submitters = submitters;
        this.reviews = reviews;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<View> moderation() {
        int earnedAfter = settings.earnedAfter();
        return answer(new View(
                settings.asPolicy().slug(),
                earnedAfter == 0 ? null : earnedAfter,
                reviews.countOpen(),
                submitters.words()));
    }

    /** A word of no trust stands against trust that was earned. */
    @PutMapping("/submitters")
    ResponseEntity<View> say(@RequestBody Trust trust, Principal by) {
        if (trust.trusted() == null) {
            throw bad("trusted is true or false.");
        }
        submitters.say(
                new Word(name(trust.submitter()), trust.trusted(), RandomIds.next(), by.getName(), clock.instant()));
        return moderation();
    }

    /** To take back what was not said is no mistake. */
    @DeleteMapping("/submitters")
    ResponseEntity<View> takeBack(@RequestParam String submitter) {
        submitters.takeBack(name(submitter));
        return moderation();
    }

    private static String name(@Nullable String submitter) {
        if (submitter == null || submitter.isBlank() || submitter.length() > LONGEST_NAME) {
            throw bad("submitter is the subject of a token, of at most %d characters.".formatted(LONGEST_NAME));
        }
        return submitter;
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", "Bad Request", detail);
    }

    /** What only maintainers may see is for no cache. */
    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(body);
    }
}
