package io.paperpress.catalog.deciding;

import io.paperpress.catalog.intake.Distinctions;
import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.catalog.store.DistinctPapers;
import io.paperpress.catalog.store.DistinctPapers.Said;
import io.paperpress.common.web.ProblemException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A maintainer's word that two papers are two works. */
@RestController
@RequestMapping("/api/papers/{paperId}/distinct")
@PreAuthorize("hasRole('maintainer')")
class DistinctController {

    record Other(@Nullable String from) {}

    /** @param distinctFrom all that was said of the paper */
    record View(String paperId, List<Said> distinctFrom) {}

    private final Distinctions distinctions;
    private final DistinctPapers distinct;
    private final CatalogueReader papers;

    DistinctController(Distinctions distinctions, DistinctPapers distinct, CatalogueReader papers) {
        this.distinctions = distinctions;
        this.distinct = distinct;
        this.papers = papers;
    }

    @GetMapping
    ResponseEntity<View> distinct(@PathVariable String paperId) {
        return answer(known(paperId));
    }

    /** To say the same again is no mistake. */
    @PostMapping
    ResponseEntity<View> say(@PathVariable String paperId, @RequestBody Other other, Principal by) {
        distinctions.say(known(paperId), other(paperId, other.from()), by.getName());
        return answer(paperId);
    }

    /** To take back what was not said is none either. */
    @DeleteMapping("/{otherPaperId}")
    ResponseEntity<View> takeBack(@PathVariable String paperId, @PathVariable String otherPaperId) {
        distinctions.takeBack(known(paperId), other(paperId, otherPaperId));
        return answer(paperId);
    }

    private String other(String paperId, @Nullable String other) {
        if (other == null || other.isBlank()) {
            throw bad("Say which paper it is distinct from: {\"from\": \"<paperId>\"}.");
        }
        if (other.equals(paperId)) {
            throw bad("No paper is distinct from itself.");
        }
        return known(other);
    }

    private String known(String paperId) {
        if (papers.paper(paperId).isEmpty()) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "paper-not-found",
                    "No such paper",
                    "The catalogue has no paper with the id %s."
                            .formatted(paperId.matches("[0-9a-z]{1,50}") ? paperId : "that was given"));
        }
        return paperId;
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", "Bad Request", detail);
    }

    private ResponseEntity<View> answer(String paperId) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new View(paperId, distinct.of(paperId)));
    }
}
