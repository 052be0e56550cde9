package io.paperpress.catalog.curation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.curation.OpenFindings.Filter;
import io.paperpress.catalog.curation.OpenFindings.KeptFinding;
import io.paperpress.catalog.curation.OpenFindings.Place;
import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.catalog.web.Page;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.identity.RandomIds;
import io.paperpress.common.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a curator's eye, with calls that settle it. */
@RestController
@RequestMapping("/api/curation")
class CurationController {

    private static final int LONGEST_REASON = 2_000;

    /**
     * @param counts findings by kind, of all pages and kinds
     * @param after cursor of the next page, absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingsPage(
            List<FindingView> findings,
            Map<String, Long> counts,
            @Nullable String after) {}

    /** Why a finding is dismissed. */
    record Word(@Nullable String reason) {}

    private final OpenFindings findings;
    private final CatalogueReader catalogue;
    private final Vocabularies vocabularies;

    CurationController(OpenFindings findings, CatalogueReader catalogue, Vocabularies vocabularies) {
        this.findings = findings;
        this.catalogue = catalogue;
        this.vocabularies = vocabularies;
    }

    @GetMapping
    FindingsPage findings(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String paper,
            @RequestParam(required = false) @Nullable String list,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int size) {
        if (!state.equals("open") && !state.equals("dismissed")) {
            throw bad("state= takes open or dismissed.");
        }
        var filter = new Filter(kind, paper, list, state.equals("dismissed"));
        var more = findings.after(place(after), filter, Page.size(size) + 1);
        var page = more.stream().limit(size).toList();
        return new FindingsPage(
                views(page), findings.counts(filter), more.size() > size ? cursor(page.getLast()) : null);
    }

    @GetMapping("/{id}")
    FindingView finding(@PathVariable String id) {
        return views(List.of(found(id))).getFirst();
    }

    /** Remembered: found again, it stays dismissed. */
    @PostMapping("/{id}/dismiss")
    @PreAuthorize("hasRole('maintainer')")
    FindingView dismiss(@PathVariable String id, @RequestBody(required = false) @Nullable Word word, Principal by) {
        String reason = word == null ? null : word.reason();
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw bad("A reason is text of at most %,d characters.".formatted(LONGEST_REASON));
        }
        findings.dismiss(found(id), reason, RandomIds.next(), by.getName());
        return finding(id);
    }

    /** Opens it again. */
    @DeleteMapping("/{id}/dismiss")
    @PreAuthorize("hasRole('maintainer')")
    FindingView reopen(@PathVariable String id) {
        found(id);
        findings.reopen(id);
        return finding(id);
    }

    private KeptFinding found(String id) {
        return findings.find(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "finding-not-found",
                        "No such finding",
                        "There is no finding with this id; it may be settled."));
    }

    private List<FindingView> views(List<KeptFinding> page) {
        var papers = new HashMap<String, PaperCatalogued>();
        load(
                page.stream()
                        .flatMap(one -> Stream.of(one.paperId(), one.otherPaperId()))
                        .filter(Objects::nonNull)
                        .toList(),
                papers);
        load(
                papers.values().stream()
                        .flatMap(paper -> paper.versions().stream())
                        .toList(),
                papers);
        var fixes = new Fixes(papers, vocabularies.current(), catalogue::list);
        return page.stream().map(one -> FindingView.of(one, papers, fixes)).toList();
    }

    private void load(Collection<String> ids, Map<String, PaperCatalogued> into) {
        ids.stream()
                .distinct()
                .filter(id -> !into.containsKey(id))
                .toList()
                .forEach(id -> catalogue.paper(id).ifPresent(paper -> into.put(id, paper)));
    }

    private static String cursor(KeptFinding last) {
        String text = last.foundAt() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Place.FIRST;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", -1);
            if (parts.length == 2 && parts[1].matches("[0-9a-f]{32}")) {
                return new Place(Instant.parse(parts[0]), parts[1]);
            }
        } catch (IllegalArgumentException | DateTimeException foreign) {
            // answered below
        }
        throw bad("after must be a cursor as this address gave it.");
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "bad-request", "Bad Request", detail);
    }
}
