package io.paperpress.render.samples;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Source;
import io.paperpress.common.events.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the sample grouping page as ingest-service would: one paper a path, its institutions in the order of the page. */
public final class EfficientPapers {

    private static final Pattern GROUP = Pattern.compile("<details open><summary><b>(.*)</b></summary> ");
    private static final Pattern LINK = Pattern.compile("!?\\[(.*)]\\((.*)\\)");
    private static final Pattern BADGE = Pattern.compile("badge/(\\d+)-([^()]*)-[^-()]+\\)");
    private static final Pattern STARS = Pattern.compile("]\\((https://github\\.com/[^)]*)\\)$");

    private EfficientPapers() {}

    public static List<PaperFields> read(String page) {
        var rows = new LinkedHashMap<String, String[]>();
        var institutions = new LinkedHashMap<String, Set<String>>();
        var group = "";
        for (var line : page.split("\n")) {
            var heading = GROUP.matcher(line);
            if (heading.matches()) {
                group = heading.group(1);
            } else if (line.startsWith("| [")) {
                var cells = line.substring(2, line.length() - 2).split(" \\| ", -1);
                var path = "meta/" + link(cells[0]).group(2).substring("./meta/".length());
                rows.putIfAbsent(path, cells);
                institutions.computeIfAbsent(path, key -> new LinkedHashSet<>()).add(group);
            }
        }
        var papers = new ArrayList<PaperFields>();
        rows.forEach((path, cells) ->
                papers.add(paper(path, cells, List.copyOf(institutions.getOrDefault(path, Set.of())))));
        return papers;
    }

    /** The papers as the catalogue would tell them, one source each. */
    public static List<PaperCatalogued> catalogued() {
        var papers = new ArrayList<PaperCatalogued>();
        var at = Instant.parse("2026-11-22T06:00:00Z");
        for (var paper : read(Samples.efficientPapers())) {
            var id = "e%011d".formatted(papers.size() + 1);
            papers.add(catalogued(id, 1, paper, at.plusSeconds(papers.size())));
        }
        return papers;
    }

    public static PaperCatalogued catalogued(String id, long revision, PaperFields paper, Instant at) {
        var source = new Source("path:" + paper.path(), Source.Kind.RECORD);
        var record = new SourceRecord(source, "sample", "s-" + id, at, paper);
        return new PaperCatalogued(
                id,
                revision,
                at,
                at,
                "s-" + id + "-" + revision,
                paper,
                List.<Identifier>of(),
                List.of(record),
                List.of());
    }

    private static PaperFields paper(String path, String[] cells, List<String> institutions) {
        var shortName = link(cells[0]).group(1);
        var title = LINK.matcher(cells[1]);
        var hasLink = title.matches();
        var badge = BADGE.matcher(cells[3]);
        if (!badge.find()) {
            throw new IllegalArgumentException("No badge: " + cells[3]);
        }
        var links = new ArrayList<Link>();
        if (hasLink) {
            links.add(new Link(Link.PAPER, null, title.group(2)));
        }
        var code = code(cells[4]);
        if (code != null) {
            links.add(code);
        }
        if (!cells[5].isEmpty()) {
            links.add(new Link(Link.NOTE, null, link(cells[5]).group(2)));
        }
        return new PaperFields(
                hasLink ? title.group(1) : cells[1],
                shortName.equals("m") ? null : shortName,
                List.of(),
                institutions,
                badge.group(2).replace('_', ' '),
                Integer.valueOf(badge.group(1)),
                null,
                List.of(),
                links,
                List.of(),
                cells[2].isEmpty() ? null : link(cells[2]).group(2),
                List.of(),
                null,
                path);
    }

    private static @Nullable Link code(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        var stars = STARS.matcher(cell);
        if (cell.startsWith("[![") && stars.find()) {
            return new Link(Link.CODE, null, stars.group(1));
        }
        var link = link(cell);
        return new Link(Link.CODE, link.group(1), link.group(2));
    }

    private static Matcher link(String cell) {
        var link = LINK.matcher(cell);
        if (!link.matches()) {
            throw new IllegalArgumentException("Not a link: " + cell);
        }
        return link;
    }

    /** The paper of a file. */
    public static PaperFields of(List<PaperFields> papers, String path) {
        return papers.stream()
                .filter(paper -> path.equals(paper.path()))
                .findFirst()
                .orElseThrow();
    }

    /** The page as it must come back: its two broken rows of one paper as one right row, where its badge sorts it. */
    public static String expected() {
        var lines = new ArrayList<>(List.of(Samples.efficientPapers().split("\n", -1)));
        var right = lines.get(380);
        lines.remove(1789);
        lines.remove(1788);
        lines.add(1791, right);
        return String.join("\n", lines);
    }
}
