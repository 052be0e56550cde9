package io.paperpress.catalog.editing;

import io.paperpress.catalog.web.ListView;
import io.paperpress.common.web.ProblemException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What maintainers do to reading lists. */
@RestController
@RequestMapping("/api/lists/{slug}")
@PreAuthorize("hasRole('maintainer')")
class ListEditingController {

    private final ListEdits edits;

    ListEditingController(ListEdits edits) {
        this.edits = edits;
    }

    /** Makes a list, or gives it another tree. */
    @PutMapping
    ResponseEntity<ListView> put(
            @PathVariable String slug,
            @RequestBody JsonNode body,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            Principal by) {
        var edited = edits.put(
                slug,
                body,
                new Precondition(ifMatch),
                onlyNew(ifNoneMatch),
                by.getName(),
                PaperEditingController.reason(reason));
        return ResponseEntity.status(edited.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .header(HttpHeaders.LOCATION, "/api/lists/" + edited.list().slug())
                .eTag("\"" + edited.list().revision() + "\"")
                .body(ListView.of(edited.list()));
    }

    private static boolean onlyNew(@Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (!ifNoneMatch.strip().equals("*")) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "Bad Request",
                    "If-None-Match is * here: the list is made where there is none.");
        }
        return true;
    }
}
