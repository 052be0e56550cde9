package io.paperpress.catalog.curation;

import io.paperpress.catalog.curation.OpenFindings.KeptFinding;
import io.paperpress.catalog.paper.Conflict;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Vocabulary;
import io.paperpress.catalog.web.ListView;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.SourceRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be done about a finding, most likely first; the last is always to dismiss it. */
final class Fixes {

    private static final Pattern QUOTED = Pattern.compile("“(.*)” (?:looks|is)\\b", Pattern.DOTALL);

    private final Map<String, PaperCatalogued> papers;
    private final Vocabulary vocabulary;
    private final Function<String, Optional<ListCatalogued>> lists;

    /**
     * @param papers listed papers by id, those of the findings among them
     * @param lists by slug
     */
    Fixes(
            Map<String, PaperCatalogued> papers,
            Vocabulary vocabulary,
            Function<String, Optional<ListCatalogued>> lists) {
        this.papers = papers;
        this.lists = lists;
        this.vocabulary = vocabulary;
    }

    List<Fix> of(KeptFinding finding) {
        var fixes = new ArrayList<Fix>();
        var paper = finding.paperId() == null ? null : papers.get(finding.paperId());
        var other = finding.otherPaperId() == null ? null : papers.get(finding.otherPaperId());
        switch (finding.kind()) {
            case "possible-duplicate" -> duplicates(paper, other, fixes);
            case "placeholder" -> placeholder(finding, paper, fixes);
            case "conflicting-claims" -> conflict(finding, paper, fixes);
            case "stale-preprint" -> published(paper, fixes);
            case "unknown-keyword", "unknown-venue" -> word(finding, fixes);
            case "foreign-label" -> label(finding, paper, fixes);
            case "alias-proposal" -> alias(finding, fixes);
            default -> {} // of these only a person who looked can say more
        }
        fixes.add(dismissal(finding));
        return fixes;
    }

    /** A proposed alias that is dismissed is never proposed again; any other finding is only not shown again. */
    private static Fix dismissal(KeptFinding finding) {
        return finding.kind().equals("alias-proposal")
                ? Fix.post("Dismiss", "/api/aliases/proposals/" + finding.submissionId() + "/dismiss", Map.of())
                : Fix.post(
                        "Dismiss",
                        "/api/curation/" + finding.id() + "/dismiss",
                        Map.of("reason", "Seen, and left as it is."));
    }

    private static void duplicates(@Nullable PaperCatalogued one, @Nullable PaperCatalogued other, List<Fix> fixes) {
        if (one != null && other != null) {
            fixes.add(merge(other, one));
            fixes.add(merge(one, other));
            fixes.add(Fix.post(
                    "These are two works",
                    "/api/papers/" + one.paperId() + "/distinct",
                    Map.of("from", other.paperId())));
        }
    }

    private static Fix merge(PaperCatalogued gone, PaperCatalogued survivor) {
        return Fix.post(
                "Merge “%s” into “%s”"
                        .formatted(gone.paper().title(), survivor.paper().title()),
                "/api/papers/" + gone.paperId() + "/merge",
                Map.of("into", survivor.paperId()));
    }

    /** Takes the name out that a template left behind; a title is a person's to find. */
    private static void placeholder(KeptFinding finding, @Nullable PaperCatalogued paper, List<Fix> fixes) {
        String name = quoted(finding);
        String pointer = String.valueOf(finding.pointer());
        if (paper == null || name == null) {
            return;
        }
        if (pointer.startsWith("/authors/")) {
            var all = paper.paper().authors();
            take(
                    paper,
                    "authors",
                    name,
                    all,
                    all.stream().filter(one -> !one.name().equals(name)).toList(),
                    fixes);
        } else if (pointer.startsWith("/institutions/")) {
            var all = paper.paper().institutions();
            take(
                    paper,
                    "institutions",
                    name,
                    all,
                    all.stream().filter(one -> !one.equals(name)).toList(),
                    fixes);
        }
    }

    private static void take(
            PaperCatalogued paper, String field, String name, List<?> all, List<?> left, List<Fix> fixes) {
        if (left.size() < all.size()) {
            var body = Collections.singletonMap(field, left.isEmpty() ? null : values(left));
            fixes.add(Fix.patch("Take “" + name + "” out", paper.paperId(), paper.revision(), body));
        }
    }

    private static List<?> values(List<?> left) {
        return left.stream()
                .map(one -> one instanceof Author author ? author(author) : one)
                .toList();
    }

    private static Object author(Author author) {
        return author.orcid() == null
                ? author.name()
                : Map.of("name", author.name(), "orcid", String.valueOf(author.orcid()));
    }

    /** One fix for each value that a source gives. */
    private void conflict(KeptFinding finding, @Nullable PaperCatalogued paper, List<Fix> fixes) {
        if (paper == null || finding.pointer() == null) {
            return;
        }
        String field = finding.pointer().substring(1);
        for (Conflict conflict : conflicts(paper)) {
            if (conflict.field().equals(field)) {
                conflict.values().forEach(said -> {
                    Object value = value(paper, field, said);
                    if (value != null) {
                        fixes.add(Fix.patch(
                                "Say “" + said.value() + "”", paper.paperId(), paper.revision(), Map.of(field, value)));
                    }
                });
            }
        }
    }

    List<Conflict> conflicts(PaperCatalogued paper) {
        return Paper.of(paper).claims().conflicts(vocabulary);
    }

    private static @Nullable Object value(PaperCatalogued paper, String field, Conflict.Said said) {
        return switch (field) {
            case "year" -> Integer.valueOf(said.value());
            case "authors" ->
                paper.sources().stream()
                        .filter(record ->
                                said.sources().contains(record.source().key()))
                        .map(record -> record.values().authors())
                        .filter(authors -> !authors.isEmpty())
                        .findFirst()
                        .map(Fixes::values)
                        .orElse(null);
            default -> said.value();
        };
    }

    /** Where a source, or another listed version of the work, names a place that is not arXiv. */
    private void published(@Nullable PaperCatalogued paper, List<Fix> fixes) {
        if (paper == null) {
            return;
        }
        var places = new LinkedHashMap<String, @Nullable Integer>();
        paper.sources().stream()
                .map(SourceRecord::values)
                .forEach(values -> place(values.venue(), values.year(), places));
        paper.versions().stream()
                .map(papers::get)
                .filter(java.util.Objects::nonNull)
                .forEach(version ->
                        place(version.paper().venue(), version.paper().year(), places));
        places.forEach((venue, year) -> {
            var body = new LinkedHashMap<String, Object>();
            body.put("venue", venue);
            if (year != null) {
                body.put("year", year);
            }
            fixes.add(Fix.patch(
                    "Published at " + venue + (year == null ? "" : " " + year),
                    paper.paperId(),
                    paper.revision(),
                    body));
        });
    }

    private void place(@Nullable String venue, @Nullable Integer year, Map<String, @Nullable Integer> places) {
        if (venue != null
                && !venue.isBlank()
                && !vocabulary.canonicalVenue(venue).equals("arXiv")) {
            places.putIfAbsent(venue, year);
        }
    }

    /** The list with the label of the paper that stands there. */
    private void label(KeptFinding finding, @Nullable PaperCatalogued paper, List<Fix> fixes) {
        String label = quoted(finding);
        if (finding.list() != null && label != null && paper != null) {
            lists.apply(finding.list()).ifPresent(list -> {
                var relabelled = new Relabelling(paper, label).of(list);
                if (!relabelled.equals(list)) {
                    fixes.add(new Fix(
                            "Label it “" + Relabelling.name(paper) + "”",
                            "PUT",
                            "/api/lists/" + list.slug(),
                            Map.of("If-Match", "\"" + list.revision() + "\""),
                            ListView.of(relabelled)));
                }
            });
        }
    }

    private static void alias(KeptFinding finding, List<Fix> fixes) {
        var evidence = finding.evidence();
        if (evidence != null) {
            String name = evidence.path("name").asString();
            String canonical = evidence.path("canonical").asString();
            String kind = evidence.path("kind").asString();
            fixes.add(Fix.put(
                    "“" + name + "” is “" + canonical + "”",
                    "/api/aliases/" + kind + "/" + encoded(name),
                    Map.of("canonical", canonical)));
            fixes.add(Fix.put(
                    "“" + canonical + "” is “" + name + "”",
                    "/api/aliases/" + kind + "/" + encoded(canonical),
                    Map.of("canonical", name)));
        }
    }

    private static void word(KeptFinding finding, List<Fix> fixes) {
        String word = quoted(finding);
        if (word == null) {
            return;
        }
        boolean isKeyword = finding.kind().equals("unknown-keyword");
        String path = "/api/vocabularies/" + (isKeyword ? "keyword/" : "venue/") + encoded(word);
        Map<String, String> body = isKeyword ? Map.of("label", label(word)) : Map.of("kind", "conference");
        fixes.add(Fix.put("Know “" + word + "” as a " + (isKeyword ? "keyword" : "venue"), path, body));
    }

    private static String label(String word) {
        String spaced = word.replace('_', ' ').strip();
        return spaced.isEmpty() ? word : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static @Nullable String quoted(KeptFinding finding) {
        var quoted = QUOTED.matcher(finding.message());
        return quoted.find() ? quoted.group(1) : null;
    }
}
