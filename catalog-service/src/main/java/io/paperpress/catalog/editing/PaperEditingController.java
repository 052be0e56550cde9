package io.paperpress.catalog.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Standing.Withdrawn;
import io.paperpress.catalog.paper.UnicodeText;
import io.paperpress.catalog.web.PaperView;
import io.paperpress.catalog.web.PaperViews;
import io.paperpress.common.web.ProblemException;
import java.security.Principal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What maintainers do to papers. */
@RestController
@RequestMapping("/api/papers/{paperId}")
@PreAuthorize("hasRole('maintainer')")
class PaperEditingController {

    private static final int LONGEST_REASON = 2_000;

    /** Why something is done. */
    record Word(@Nullable String reason) {}

    /** @param into the paper that survives */
    record MergeRequest(@Nullable String into, @Nullable String reason) {}

    /** What stays of a withdrawn paper. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tombstone(
            String paperId,
            long revision,
            Instant withdrawnAt,
            @Nullable String title,
            String reason) {

        static Tombstone of(Paper paper) {
            String reason = paper.standing() instanceof Withdrawn(String why) ? why : "";
            return new Tombstone(
                    paper.id(),
                    paper.revision(),
                    paper.revisedAt(),
                    paper.claims().shown().title(),
                    reason);
        }
    }

    private final PaperEdits edits;
    private final Merges merges;
    private final PaperViews views;

    PaperEditingController(PaperEdits edits, Merges merges, PaperViews views) {
        this.edits = edits;
        this.merges = merges;
        this.views = views;
    }

    @PatchMapping(consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<PaperView> edit(
            @PathVariable String paperId,
            @RequestBody JsonNode patch,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal by) {
        var precondition = new Precondition(ifMatch).required();
        return answer(edits.edit(paperId, patch, precondition, by.getName(), reason(reason)));
    }

    @DeleteMapping
    ResponseEntity<Tombstone> withdraw(
            @PathVariable String paperId,
            @RequestBody(required = false) @Nullable Word word,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal by) {
        var precondition = new Precondition(ifMatch).required();
        String why = reason(word == null || word.reason() == null ? reason : word.reason());
        if (why == null) {
            var faults = new Faults();
            faults.add("/reason", "A withdrawal needs a reason, which readers see.");
            throw faults.refusal();
        }
        var gone = edits.withdraw(paperId, precondition, by.getName(), why);
        return ResponseEntity.ok().eTag(tag(gone)).body(Tombstone.of(gone));
    }

    @PostMapping("/restore")
    ResponseEntity<PaperView> restore(
            @PathVariable String paperId,
            @RequestBody(required = false) @Nullable Word word,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal by) {
        String why = reason(word == null ? null : word.reason());
        return answer(edits.restore(paperId, new Precondition(ifMatch), by.getName(), why));
    }

    @PostMapping("/merge")
    ResponseEntity<PaperView> merge(
            @PathVariable String paperId,
            @RequestBody MergeRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal by) {
        if (request.into() == null || request.into().isBlank()) {
            var faults = new Faults();
            faults.add("/into", "A merge needs the id of the paper that survives.");
            throw faults.refusal();
        }
        return answer(merges.merge(
                paperId, request.into().strip(), new Precondition(ifMatch), by.getName(), reason(request.reason())));
    }

    @DeleteMapping("/merge")
    ResponseEntity<PaperView> unmerge(
            @PathVariable String paperId,
            @RequestBody(required = false) @Nullable Word word,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal by) {
        String why = reason(word == null ? null : word.reason());
        return answer(merges.unmerge(paperId, new Precondition(ifMatch), by.getName(), why));
    }

    private ResponseEntity<PaperView> answer(Paper paper) {
        return ResponseEntity.ok()
                .eTag(tag(paper))
                .header(HttpHeaders.CONTENT_LOCATION, "/api/papers/" + paper.id())
                .body(views.of(paper));
    }

    private static String tag(Paper paper) {
        return "\"" + paper.revision() + "\"";
    }

    static @Nullable String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        if (reason.length() > LONGEST_REASON || !UnicodeText.isValid(reason)) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "Bad Request",
                    "A reason is text of at most %,d characters.".formatted(LONGEST_REASON));
        }
        return reason.strip();
    }
}
