package io.paperpress.catalog.web;

import io.paperpress.catalog.list.Tree;
import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.web.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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

    /** A list with all that stands on it, in order. */
    record ListView(
            String slug,
            String title,
            long revision,
            Instant revisedAt,
            List<ListEntry> entries,
            List<ListSection> sections) {}

    private final CatalogueReader catalogue;

    ListController(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    ListsPage lists() {
        return new ListsPage(catalogue.lists().stream().map(ListSummary::of).toList());
    }

    @GetMapping("/{slug}")
    ResponseEntity<ListView> list(@PathVariable String slug) {
        var list = catalogue
                .list(slug)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND, "list-not-found", "List not found", "No list is named " + slug + "."));
        return ResponseEntity.ok()
                .eTag("\"" + list.revision() + "\"")
                .body(new ListView(
                        list.slug(), list.title(), list.revision(), list.revisedAt(), list.entries(), list.sections()));
    }
}
