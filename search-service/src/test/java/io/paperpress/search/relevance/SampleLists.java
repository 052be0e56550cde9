package io.paperpress.search.relevance;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Source;
import io.paperpress.common.events.SourceRecord;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.identity.TitleFingerprint;
import io.paperpress.common.testing.Papers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The papers of both lists in {@code samples/} as the catalogue would tell them: one paper for a work, whoever lists it. */
public final class SampleLists {

    private static final Pattern GROUP = Pattern.compile("<summary><b>(.*)</b>");
    private static final Pattern ROW = Pattern.compile("^\\| \\[(?<name>[^\\]]*)]\\(\\./(?<path>[^)]*\\.prototxt)\\)"
            + " \\| (?:\\[(?<linked>.*)]\\((?<url>http[^)]*)\\)|(?<bare>[^|]*)) \\|(?<cover>.*)\\|.*badge/(?<year>\\d{4})"
            + "-(?<venue>[^-]*)-.*?\\|(?<code>.*)\\|(?<note>.*)\\|$");
    private static final Pattern CITED = Pattern.compile("data-tooltip=\"(?<citations>[^\"]*)\"");
    private static final Pattern TARGET = Pattern.compile("]\\(\\s*(http[^\\s)]*)\\s*\\)");
    private static final Pattern NUMBER = Pattern.compile("[;\\s]*\\[\\d]\\s*");
    private static final Pattern CITATION = Pattern.compile("(?<authors>[^'‘]*)['‘](?<title>.+?[.?!,])['’](?<rest>.*)");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d.])((?:19|20)\\d\\d)(?![\\d.]\\d|-|:)");
    private static final Pattern ACRONYM = Pattern.compile("\\(([A-Z][A-Za-z]*[A-Z][A-Za-z]*)[\\s']*\\d*\\)");

    private final Map<String, List<PaperFields>> works = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();

    private SampleLists() {}

    public static List<PaperCatalogued> papers() {
        var lists = new SampleLists();
        lists.readEfficientPapers();
        lists.readMaterials();
        var papers = new ArrayList<PaperCatalogued>();
        lists.works.values().forEach(claims -> papers.add(catalogued(claims, papers.size())));
        return List.copyOf(papers);
    }

    private void readEfficientPapers() {
        String group = "";
        for (String line : lines("efficient-papers.md")) {
            Matcher heading = GROUP.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.find()) {
                group = heading.group(1);
            } else if (row.find()) {
                add(record(row, group));
            }
        }
    }

    private static PaperFields record(Matcher row, String institution) {
        var links = new ArrayList<Link>();
        String url = row.group("url");
        if (url != null) {
            links.add(new Link(Link.PAPER, null, url));
        }
        target(row.group("code")).ifPresent(code -> links.add(new Link(Link.CODE, null, code)));
        if (row.group("note").contains("](")) {
            links.add(new Link(Link.NOTE, null, "note.md"));
        }
        String name = row.group("name");
        return new PaperFields(
                (url == null ? row.group("bare") : row.group("linked")).strip(),
                name.equals("m") ? null : name,
                List.of(),
                List.of(institution),
                row.group("venue").replace('_', ' '),
                Integer.valueOf(row.group("year")),
                null,
                Optional.ofNullable(url).flatMap(Identifiers::recognise).stream()
                        .toList(),
                links,
                List.of(),
                row.group("cover").isBlank() ? null : "cover.png",
                List.of(),
                null,
                row.group("path"));
    }

    private void readMaterials() {
        for (String line : lines("materials.md")) {
            Matcher cited = CITED.matcher(line);
            if (cited.find()) {
                List<String> targets = TARGET.matcher(line.substring(cited.end()))
                        .results()
                        .map(target -> target.group(1))
                        .toList();
                String[] citations = NUMBER.split(cited.group("citations"));
                int place = 0;
                for (String citation : citations) {
                    if (!citation.isBlank()) {
                        add(citation(citation.strip(), place < targets.size() ? targets.get(place) : null));
                        place++;
                    }
                }
            }
        }
    }

    private static PaperFields citation(String citation, @Nullable String url) {
        Matcher parts = CITATION.matcher(citation);
        if (!parts.find()) {
            throw new IllegalStateException("No title in quotes: " + citation);
        }
        String rest = parts.group("rest");
        Matcher year = YEAR.matcher(rest);
        return new PaperFields(
                parts.group("title").replaceAll("[{}]", "").replaceFirst("[.,]$", ""),
                null,
                authors(parts.group("authors")),
                List.of(),
                venue(rest.strip()),
                year.find() ? Integer.valueOf(year.group(1)) : null,
                null,
                Optional.ofNullable(url).flatMap(Identifiers::recognise).stream()
                        .toList(),
                url == null ? List.of() : List.of(new Link(Link.PAPER, "PDF", url)),
                List.of(),
                null,
                List.of(),
                citation,
                null);
    }

    private static List<Author> authors(String names) {
        String[] parts = names.replaceAll(",?\\s*et al\\.?", "")
                .replaceFirst("\\.\\s*$", "")
                .split(",?\\s+and\\s+|,\\s*");
        var authors = new ArrayList<Author>();
        int next = 0;
        if (parts.length > 1) {
            authors.add(Author.named(parts[1].strip() + " " + parts[0].strip()));
            next = 2;
        }
        for (; next < parts.length; next++) {
            authors.add(Author.named(parts[next].strip()));
        }
        return authors;
    }

    private static @Nullable String venue(String rest) {
        if (rest.toLowerCase(java.util.Locale.ROOT).startsWith("arxiv")) {
            return "arXiv";
        }
        Matcher acronym = ACRONYM.matcher(rest);
        if (acronym.find()) {
            return acronym.group(1);
        }
        String name = rest.replaceFirst("(?:\\s+[\\d.]+)?\\s*(?:\\((?:19|20)\\d\\d\\)|[.,]).*$", "");
        return name.isBlank() ? null : name;
    }

    /** The same identifier or the same title is the same work; rows of one file are one record. */
    private void add(PaperFields claim) {
        var names = new ArrayList<String>();
        claim.identifiers().stream().map(Identifier::toString).forEach(names::add);
        names.add("title:" + TitleFingerprint.of(Objects.requireNonNull(claim.title())));
        if (claim.path() != null) {
            names.addFirst("path:" + claim.path());
        }
        String key = names.stream()
                .filter(keys::containsKey)
                .map(keys::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(names.getFirst());
        names.forEach(name -> keys.putIfAbsent(name, key));
        var claims = works.computeIfAbsent(key, _ -> new ArrayList<>());
        for (int i = 0; i < claims.size(); i++) {
            PaperFields known = claims.get(i);
            if (claim.path() != null && claim.path().equals(known.path())) {
                claims.set(i, merged(known, claim));
                return;
            }
        }
        claims.add(claim);
    }

    private static PaperFields merged(PaperFields a, PaperFields b) {
        return fields(
                a,
                a.authors(),
                Stream.concat(a.institutions().stream(), b.institutions().stream())
                        .distinct()
                        .toList(),
                a.links());
    }

    private static PaperCatalogued catalogued(List<PaperFields> claims, int number) {
        PaperFields shown = claims.getFirst();
        for (PaperFields claim : claims.subList(1, claims.size())) {
            var links = Stream.concat(shown.links().stream(), claim.links().stream())
                    .distinct()
                    .toList();
            var authors = shown.authors().isEmpty() ? claim.authors() : shown.authors();
            String citation = shown.citation() == null ? claim.citation() : shown.citation();
            shown = with(fields(shown, authors, shown.institutions(), links), citation);
        }
        var identifiers = claims.stream()
                .flatMap(claim -> claim.identifiers().stream())
                .distinct()
                .toList();
        var sources = claims.stream()
                .map(claim -> new SourceRecord(
                        claim.path() == null
                                ? new Source("submitter:" + Papers.SUBMITTER, Source.Kind.CITATION)
                                : new Source("path:" + claim.path(), Source.Kind.RECORD),
                        Papers.SUBMITTER,
                        "submission-" + number,
                        Papers.THEN,
                        claim))
                .toList();
        String id = "sample%06d".formatted(number);
        return new PaperCatalogued(
                id, 1, Papers.THEN, Papers.THEN, "submission-" + id, shown, identifiers, sources, List.of());
    }

    private static PaperFields fields(
            PaperFields of, List<Author> authors, List<String> institutions, List<Link> links) {
        return new PaperFields(
                of.title(),
                of.shortName(),
                authors,
                institutions,
                of.venue(),
                of.year(),
                null,
                of.identifiers(),
                links,
                of.keywords(),
                of.cover(),
                of.baselines(),
                of.citation(),
                of.path());
    }

    private static PaperFields with(PaperFields of, @Nullable String citation) {
        return new PaperFields(
                of.title(),
                of.shortName(),
                of.authors(),
                of.institutions(),
                of.venue(),
                of.year(),
                of.abstractText(),
                of.identifiers(),
                of.links(),
                of.keywords(),
                of.cover(),
                of.baselines(),
                citation,
                of.path());
    }

    private static Optional<String> target(String cell) {
        return TARGET.matcher(cell).results().map(target -> target.group(1)).findFirst();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(System.getProperty("paperpress.root"), "samples", file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
