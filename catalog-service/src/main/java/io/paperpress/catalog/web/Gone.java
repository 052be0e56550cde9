package io.paperpress.catalog.web;

import io.paperpress.catalog.paper.Standing.Withdrawn;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the ids of papers answer that are not listed any more. Neither is for ever: both can be undone. */
public final class Gone {

    private Gone() {}

    /** The tombstone of a withdrawn paper. */
    public static ProblemException problem(PaperCatalogued state, Withdrawn withdrawn) {
        var problem = new ProblemException(
                        HttpStatus.GONE,
                        "paper-withdrawn",
                        "The paper was withdrawn",
                        "Paper %s was withdrawn: %s".formatted(state.paperId(), withdrawn.reason()))
                .with("paperId", state.paperId())
                .with("revision", state.revision())
                .with("withdrawnAt", state.revisedAt())
                .with("reason", withdrawn.reason())
                .header(HttpHeaders.ETAG, "\"" + state.revision() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
        String title = state.paper().title();
        return title == null ? problem : problem.with("paperTitle", title);
    }

    /** The way to a survivor, asked the same question. */
    public static ResponseEntity<Void> moved(String survivor) {
        return moved(survivor, "");
    }

    /** @param rest of the address, after the id */
    static ResponseEntity<Void> moved(String survivor, String rest) {
        String query = ServletUriComponentsBuilder.fromCurrentRequest().build().getQuery();
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, "/api/papers/" + survivor + rest + (query == null ? "" : "?" + query))
                .cacheControl(CacheControl.noCache())
                .build();
    }
}
