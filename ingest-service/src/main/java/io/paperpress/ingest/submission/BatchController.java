package io.paperpress.ingest.submission;

import io.paperpress.common.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells what became of one call. */
@RestController
class BatchController {

    private static final int LARGEST_PAGE = 1000;

    private final Batches batches;

    BatchController(Batches batches) {
        this.batches = batches;
    }

    /** @param after index of the last entry seen */
    @GetMapping("/api/batches/{id}")
    ResponseEntity<BatchView> batch(
            @PathVariable String id,
            @RequestParam(defaultValue = "-1") int after,
            @RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "Bad Request",
                    "size is from 1 to %d.".formatted(LARGEST_PAGE));
        }
        var view = batches.find(id, after, size)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "batch-not-found", "No such batch", "There is no batch with this id."));
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-cache").body(view);
    }
}
