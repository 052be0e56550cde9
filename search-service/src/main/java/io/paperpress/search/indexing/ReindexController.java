package io.paperpress.search.indexing;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Builds the indexes anew, for maintainers. */
@RestController
@RequestMapping("/api/search/reindex")
class ReindexController {

    private final IndexKeeper keeper;

    ReindexController(IndexKeeper keeper) {
        this.keeper = keeper;
    }

    @PostMapping
    @PreAuthorize("hasRole('maintainer')")
    ResponseEntity<ReindexStatus> reindex() {
        return ResponseEntity.accepted()
                .header("Location", "/api/search/reindex")
                .body(keeper.request());
    }

    @GetMapping
    ReindexStatus status() {
        return keeper.status();
    }
}
