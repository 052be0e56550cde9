package io.paperpress.catalog.deciding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.intake.PaperNotListed;
import io.paperpress.catalog.intake.ReviewDecisions;
import io.paperpress.catalog.paper.UnicodeText;
import io.paperpress.catalog.store.Reviews;
import io.paperpress.catalog.store.Reviews.Review;
import io.paperpress.catalog.store.Reviews.State;
import io.paperpress.catalog.web.Page;
import io.paperpress.common.web.ProblemException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Submissions that wait for a maintainer, and the word on them. */
@RestController
@RequestMapping("/api/reviews")
@PreAuthorize("hasRole('maintainer')")
class ReviewController {

    private static final int LONGEST_REASON = 2_000;

    /** @param after cursor of the next page, absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewsPage(List<ReviewView> reviews, @Nullable String after) {}

    /** What a maintainer says to a submission. */
    record Word(@Nullable String reason) {}

    private final Reviews reviews;
    private final ReviewDecisions decisions;
    private final ReviewViews views;

    ReviewController(Reviews reviews, ReviewDecisions decisions, ReviewViews views) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.views = views;
    }

    @GetMapping
    ResponseEntity<ReviewsPage> reviews(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int size) {
        var more = reviews.in(state(state), number(Page.after(after)), Page.size(size) + 1);
        return answer(new ReviewsPage(
                views.of(more.stream().limit(size).toList()),
                Page.next(more, size, review -> Long.toString(review.number()))));
    }

    @GetMapping("/{submissionId}")
    ResponseEntity<ReviewView> review(@PathVariable String submissionId) {
        return answer(view(found(reviews.find(submissionId))));
    }

    @PostMapping("/{submissionId}/approve")
    ResponseEntity<ReviewView> approve(
            @PathVariable String submissionId, @RequestBody(required = false) @Nullable Word word, Principal by) {
        var review = found(approved(submissionId, by.getName(), reason(word)));
        return answer(view(decided(review, State.APPROVED)));
    }

    private Optional<Review> approved(String submissionId, String maintainer, @Nullable String reason) {
        try {
            return decisions.approve(submissionId, maintainer, reason);
        } catch (PaperNotListed gone) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "paper-not-listed",
                    "The paper is not listed",
                    gone.getMessage() + " The proposal can be rejected.");
        }
    }

    @PostMapping("/{submissionId}/reject")
    ResponseEntity<ReviewView> reject(
            @PathVariable String submissionId, @RequestBody(required = false) @Nullable Word word, Principal by) {
        String reason = reason(word);
        if (reason == null) {
            throw bad("A rejection needs a reason, which the submitter sees: {\"reason\": \"…\"}.");
        }
        var review = found(decisions.reject(submissionId, by.getName(), reason));
        return answer(view(decided(review, State.REJECTED)));
    }

    private ReviewView view(Review review) {
        return views.of(List.of(review)).getFirst();
    }

    private static Review found(Optional<Review> review) {
        return review.orElseThrow(() -> new ProblemException(
                HttpStatus.NOT_FOUND,
                "review-not-found",
                "No such review",
                "No submission with this id waits or waited for a maintainer."));
    }

    /** To say the same again is no mistake. */
    private static Review decided(Review review, State asked) {
        if (review.state() != asked) {
            throw new ProblemException(
                    HttpStatus.CONFLICT,
                    "review-decided",
                    "The review is decided already",
                    "This submission was %s before, by %s."
                            .formatted(review.state().slug(), review.decidedBy()));
        }
        return review;
    }

    private static @Nullable String reason(@Nullable Word word) {
        String reason = word == null ? null : word.reason();
        if (reason == null || reason.isBlank()) {
            return null;
        }
        if (reason.length() > LONGEST_REASON || !UnicodeText.isValid(reason)) {
            throw bad("A reason is text of at most %,d characters.".formatted(LONGEST_REASON));
        }
        return reason.strip();
    }

    private static State state(String asked) {
        for (State state : State.values()) {
            if (state.slug().equals(asked)) {
                return state;
            }
        }
        throw bad("state is one of open, approved and rejected.");
    }

    private static long number(String last) {
        try {
            return last.isEmpty() ? 0 : Long.parseLong(last);
        } catch (NumberFormatException foreign) {
            throw bad("after must be a cursor as this address gave it.");
        }
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", "Bad Request", detail);
    }

    /** What only maintainers may see is for no cache. */
    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(body);
    }
}
