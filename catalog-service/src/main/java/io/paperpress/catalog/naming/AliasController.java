package io.paperpress.catalog.naming;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.naming.AliasBook.Wanted;
import io.paperpress.catalog.paper.Aliases;
import io.paperpress.catalog.store.AliasRows;
import io.paperpress.catalog.store.AliasRows.Row;
import io.paperpress.catalog.store.PaperNames;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.catalog.web.Page;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.identity.NameFold;
import io.paperpress.common.web.ProblemException;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Aliases over HTTP. */
@RestController
@RequestMapping("/api/aliases")
class AliasController {

    /** @param after cursor of the next page, absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AliasesPage(List<AliasView> aliases, @Nullable String after) {}

    /**
     * All that one name is an alias of.
     *
     * @param papers how many papers bear the name, given or shown
     */
    record NameView(String kind, String name, long papers, List<AliasView> aliases) {}

    /** What a maintainer says of a name. */
    record Word(
            @Nullable String canonical,
            @Nullable String orcid,
            @Nullable List<@Nullable String> papers) {}

    private final AliasBook book;
    private final AliasRows rows;
    private final PaperNames papers;
    private final Vocabularies vocabularies;

    AliasController(AliasBook book, AliasRows rows, PaperNames papers, Vocabularies vocabularies) {
        this.book = book;
        this.rows = rows;
        this.papers = papers;
        this.vocabularies = vocabularies;
    }

    @GetMapping("/{kind}")
    AliasesPage aliases(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String canonical,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int size) {
        var from = AliasCursor.read(after);
        var more = rows.after(
                kind(kind),
                from.folded(),
                from.scope(),
                Page.size(size) + 1,
                canonical == null ? null : NameFold.of(canonical));
        var known = vocabularies.current().aliases();
        return new AliasesPage(
                more.stream().limit(size).map(row -> view(row, known)).toList(),
                more.size() > size ? AliasCursor.after(more.get(size - 1)) : null);
    }

    @GetMapping("/{kind}/{*name}")
    NameView alias(@PathVariable String kind, @PathVariable String name) {
        var all = rows.of(kind(kind), NameFold.of(named(name)));
        if (all.isEmpty()) {
            throw Refusal.noAlias();
        }
        return view(all);
    }

    @PutMapping("/{kind}/{*name}")
    @PreAuthorize("hasRole('maintainer')")
    NameView put(@PathVariable String kind, @PathVariable String name, @RequestBody Word word, Principal by) {
        if (word.canonical() == null) {
            throw Refusal.unusable("/canonical", "What the name is an alias of is missing: {\"canonical\": \"…\"}.");
        }
        var wanted = new Wanted(kind(kind), named(name), word.canonical(), word.orcid(), papers(word));
        return view(book.put(wanted, by.getName()));
    }

    /** All aliases of the name, or the one that is named. */
    @DeleteMapping("/{kind}/{*name}")
    @PreAuthorize("hasRole('maintainer')")
    ResponseEntity<Void> delete(
            @PathVariable String kind,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String canonical,
            @RequestParam(required = false) @Nullable String orcid,
            Principal by) {
        Predicate<Row> which =
                row -> (canonical == null || row.canonicalFolded().equals(NameFold.of(canonical)))
                        && (orcid == null || orcid.equals(row.orcid()));
        book.delete(kind(kind), named(name), which, by.getName());
        return ResponseEntity.noContent().build();
    }

    private NameView view(List<Row> all) {
        var known = vocabularies.current().aliases();
        var first = all.getFirst();
        return new NameView(
                first.kind().slug(),
                first.name(),
                papers.count(first.kind().slug() + ":" + first.folded()),
                all.stream().map(row -> view(row, known)).toList());
    }

    private static AliasView view(Row row, Aliases known) {
        return AliasView.of(row, known.canonical(row.kind(), row.canonical()));
    }

    private static List<String> papers(Word word) {
        if (word.papers() == null) {
            return List.of();
        }
        if (word.papers().isEmpty() || word.papers().stream().anyMatch(Objects::isNull)) {
            throw Refusal.unusable("/papers", "papers names those on which the name is this one's; there are none.");
        }
        return word.papers().stream().map(Objects::requireNonNull).toList();
    }

    /** What stands behind the kind, without the slash before it. */
    private static String named(String rest) {
        return rest.substring(1);
    }

    static NameKind kind(String asked) {
        for (NameKind kind : NameKind.values()) {
            if (kind.slug().equals(asked)) {
                return kind;
            }
        }
        throw Refusal.noKind(asked);
    }

    static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", "Bad Request", detail);
    }
}
