package io.paperpress.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.paper.Standing.Listed;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.catalog.paper.Standing.Withdrawn;
import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.catalog.store.CatalogueReader.KeptPaper;
import io.paperpress.catalog.store.CatalogueReader.KeptRevision;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.formats.PaperFormat;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Papers: one, all, and how they came to be what they are. */
@RestController
@RequestMapping("/api/papers")
class PaperController {

    /**
     * @param after cursor of the next page, absent on the last
     * @param total listed papers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PapersPage(
            List<PaperView> papers, long total, @Nullable String after) {}

    record RevisionsPage(String paperId, List<RevisionView> revisions) {}

    private final CatalogueReader catalogue;
    private final Vocabularies vocabularies;

    PaperController(CatalogueReader catalogue, Vocabularies vocabularies) {
        this.catalogue = catalogue;
        this.vocabularies = vocabularies;
    }

    /** @param asOf how it was then */
    @GetMapping("/{paperId}")
    ResponseEntity<?> paper(
            @PathVariable String paperId,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var wanted = Wanted.of(format, accept);
        var at = asOf == null ? null : AsOf.time(asOf);
        var kept = at == null ? catalogue.kept(paperId) : catalogue.paperAsOf(paperId, at);
        var paper = kept.orElseThrow(() -> notFound(absent(paperId, at)));
        return at == null ? answer(paper, wanted) : past(paper, at, wanted);
    }

    private String absent(String paperId, @Nullable Instant at) {
        return at == null
                ? "No paper has the id " + paperId + "."
                : catalogue
                        .kept(paperId)
                        .map(paper -> "Paper %s entered the catalogue at %s, after %s."
                                .formatted(paperId, paper.state().cataloguedAt(), at))
                        .orElse("No paper has the id " + paperId + ".");
    }

    /** A paper as it was; of its lists nothing is known then. */
    private ResponseEntity<?> past(KeptPaper paper, Instant at, Optional<PaperFormat> wanted) {
        return switch (paper.standing()) {
            case Listed _ -> listed(paper.state(), wanted, null);
            case Withdrawn withdrawn -> throw Gone.problem(paper.state(), withdrawn);
            case Merged _ -> Gone.moved(survivor(paper, id -> catalogue.paperAsOf(id, at)));
        };
    }

    private ResponseEntity<?> answer(KeptPaper paper, Optional<PaperFormat> wanted) {
        return switch (paper.standing()) {
            case Listed _ ->
                listed(paper.state(), wanted, catalogue.listsOf(paper.state().paperId()));
            case Withdrawn withdrawn -> throw Gone.problem(paper.state(), withdrawn);
            case Merged _ -> Gone.moved(survivor(paper, catalogue::kept));
        };
    }

    /** The last of a chain of merges. */
    static String survivor(KeptPaper paper, Function<String, Optional<KeptPaper>> next) {
        var at = paper;
        String id = at.state().paperId();
        while (at.standing() instanceof Merged(String into, String _)) {
            id = into;
            at = next.apply(into).orElseThrow(() -> new IllegalStateException("A survivor is always there"));
        }
        return id;
    }

    @GetMapping(params = "identifier")
    ResponseEntity<?> identified(
            @RequestParam String identifier,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        var wanted = Wanted.of(format, accept);
        return answer(
                catalogue
                        .paperUnder(key(identifier))
                        .orElseThrow(() -> notFound("No paper has the identifier " + identifier + ".")),
                wanted);
    }

    @GetMapping
    PapersPage all(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int size) {
        var more = catalogue.papers(Page.after(after), Page.size(size) + 1);
        var vocabulary = vocabularies.current();
        return new PapersPage(
                more.stream()
                        .limit(size)
                        .map(paper -> PaperView.of(paper, vocabulary, null))
                        .toList(),
                catalogue.countPapers(),
                Page.next(more, size, PaperCatalogued::paperId));
    }

    /** Who said what of every field. */
    @GetMapping("/{paperId}/claims")
    ResponseEntity<?> claims(@PathVariable String paperId, @RequestParam(required = false) @Nullable String asOf) {
        var at = asOf == null ? null : AsOf.time(asOf);
        var paper = (at == null ? catalogue.kept(paperId) : catalogue.paperAsOf(paperId, at))
                .orElseThrow(() -> notFound(absent(paperId, at)));
        return switch (paper.standing()) {
            case Listed _ -> ResponseEntity.ok().body(ClaimsView.of(paper.state()));
            case Withdrawn withdrawn -> throw Gone.problem(paper.state(), withdrawn);
            case Merged _ ->
                Gone.moved(
                        survivor(paper, id -> at == null ? catalogue.kept(id) : catalogue.paperAsOf(id, at)),
                        "/claims");
        };
    }

    @GetMapping("/{paperId}/revisions")
    RevisionsPage revisions(@PathVariable String paperId) {
        var kept = catalogue.revisions(paperId);
        if (kept.isEmpty()) {
            throw notFound("No paper has the id " + paperId + ".");
        }
        var views = new ArrayList<RevisionView>();
        KeptRevision before = null;
        for (KeptRevision revision : kept) {
            views.add(RevisionView.of(revision, before, null));
            before = revision;
        }
        return new RevisionsPage(paperId, views);
    }

    @GetMapping("/{paperId}/revisions/{revision}")
    RevisionView revision(@PathVariable String paperId, @PathVariable long revision) {
        var kept = catalogue
                .revision(paperId, revision)
                .orElseThrow(() -> notFound("Paper " + paperId + " has no revision " + revision + "."));
        var before = catalogue.revision(paperId, revision - 1).orElse(null);
        return RevisionView.of(kept, before, PaperView.of(kept.state(), vocabularies.current(), null));
    }

    private ResponseEntity<?> listed(
            PaperCatalogued paper, Optional<PaperFormat> wanted, @Nullable List<String> lists) {
        var answer = ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT);
        if (wanted.isEmpty()) {
            return answer.eTag("\"" + paper.revision() + "\"").body(PaperView.of(paper, vocabularies.current(), lists));
        }
        var format = wanted.get();
        String file = paper.paperId() + "." + format.extension();
        return answer.eTag("\"" + paper.revision() + "-" + format.slug() + "\"")
                .contentType(new MediaType(MediaType.parseMediaType(format.mediaType()), StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"")
                .body(format.write(paper.paperId(), paper.paper()).getBytes(StandardCharsets.UTF_8));
    }

    /** As in {@code arxiv:2502.20766}; any form of an identifier will do, an address too. */
    private static String key(String identifier) {
        int colon = identifier.indexOf(':');
        Identifier given = Identifiers.recognise(identifier)
                .orElseGet(() -> colon < 0
                        ? new Identifier("", identifier)
                        : Identifiers.of(identifier.substring(0, colon), identifier.substring(colon + 1)));
        return IdentityKeys.bounded(given.toString());
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, "paper-not-found", "Paper not found", detail);
    }
}
