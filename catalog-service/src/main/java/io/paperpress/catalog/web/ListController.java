package io.paperpress.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.list.Tree;
import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.catalog.store.CatalogueReader.KeptListRevision;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading lists. */
@RestController
@RequestMapping("/api/lists")
class ListController {

    record ListsPage(List<ListSummary> lists) {}

    /**
     * A list in few words.
     *
     * @param entries rows of the list
     * @param papers distinct papers on it
     */
    record ListSummary(String slug, String title, long revision, Instant revisedAt, long entries, long papers) {

        static ListSummary of(ListCatalogued list) {
            var tree = new Tree(list.entries(), list.sections());
            return new ListSummary(
                    list.slug(),
                    list.title(),
                    list.revision(),
                    list.revisedAt(),
                    tree.allEntries().count(),
                    tree.allItems()
                            .map(ListItem::paperId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .count());
        }
    }

    /** How a list came to be what it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListRevisionsPage(String slug, List<ListRevisionView> revisions) {}

    /**
     * What changed a list, who, when, from which submission or by which change.
     *
     * @param list as it was then; {@code null} in an overview
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListRevisionView(
            long revision,
            Instant revisedAt,
            String submissionId,
            String submitter,
            String action,
            @Nullable String reason,
            @Nullable ListView list) {

        static ListRevisionView of(KeptListRevision kept, @Nullable ListView list) {
            return new ListRevisionView(
                    kept.revision(),
                    kept.revisedAt(),
                    kept.submissionId(),
                    kept.submitter(),
                    kept.action(),
                    kept.reason(),
                    list);
        }
    }

    private final CatalogueReader catalogue;

    ListController(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    ListsPage lists() {
        return new ListsPage(catalogue.lists().stream().map(ListSummary::of).toList());
    }

    /** @param asOf how it was then */
    @GetMapping("/{slug}")
    ResponseEntity<ListView> list(@PathVariable String slug, @RequestParam(required = false) @Nullable String asOf) {
        var list = asOf == null ? catalogue.list(slug) : catalogue.listAsOf(slug, AsOf.time(asOf));
        var found = list.orElseThrow(() -> notFound(
                asOf == null || catalogue.list(slug).isEmpty()
                        ? "No list is named " + slug + "."
                        : "The list " + slug + " was not there yet at " + asOf + "."));
        return ResponseEntity.ok().eTag("\"" + found.revision() + "\"").body(ListView.of(found));
    }

    @GetMapping("/{slug}/revisions")
    ListRevisionsPage revisions(@PathVariable String slug) {
        var kept = catalogue.listRevisions(slug);
        if (kept.isEmpty()) {
            throw notFound("No list is named " + slug + ".");
        }
        return new ListRevisionsPage(
                slug,
                kept.stream()
                        .map(revision -> ListRevisionView.of(revision, null))
                        .toList());
    }

    @GetMapping("/{slug}/revisions/{revision}")
    ListRevisionView revision(@PathVariable String slug, @PathVariable long revision) {
        var kept = catalogue
                .listRevision(slug, revision)
                .orElseThrow(() -> notFound("The list " + slug + " has no revision " + revision + "."));
        return ListRevisionView.of(kept, ListView.of(kept.state()));
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, "list-not-found", "List not found", detail);
    }
}
