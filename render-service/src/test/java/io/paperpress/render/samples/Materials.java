package io.paperpress.render.samples;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Source;
import io.paperpress.common.events.SourceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the sample course page as ingest-service and the catalogue would, but simply: one paper for each address. */
public final class Materials {

    private static final Pattern ROW = Pattern.compile(
            "\\| (?:<span class=\"tooltip\" data-tooltip=\"(.*)\">(.*)</span>|([^|]*?)) *\\| *(.*?) *\\|? *");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\(([^)]*)\\)");
    private static final Pattern WORK = Pattern.compile("([^']*?)\\.? '(.*?)\\.?'( .*)");
    private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d\\d\\b");
    private static final Instant THEN = Instant.parse("2026-11-22T06:30:00Z");

    /** The list with the papers it names. */
    public record Catalogued(ListCatalogued list, List<PaperCatalogued> papers) {}

    private final Map<String, PaperCatalogued> papers = new LinkedHashMap<>();

    private Materials() {}

    public static Catalogued catalogued() {
        var reader = new Materials();
        var list = reader.list(Samples.materials());
        return new Catalogued(list, List.copyOf(reader.papers.values()));
    }

    /** The tree of any page of this form. */
    public static ListCatalogued read(String page) {
        return new Materials().list(page);
    }

    private ListCatalogued list(String page) {
        var title = "";
        var chapters = new ArrayList<ListSection>();
        String chapter = null;
        String subtopic = null;
        var subtopics = new ArrayList<ListSection>();
        var above = new ArrayList<ListEntry>();
        var entries = above;
        for (var line : (page + "\n## end").split("\n")) {
            if (line.startsWith("title: ")) {
                title = line.substring(8, line.length() - 1);
            } else if (line.startsWith("## ") || line.startsWith("### ")) {
                if (subtopic != null) {
                    subtopics.add(new ListSection(subtopic, entries, List.of()));
                }
                if (line.startsWith("## ")) {
                    if (chapter != null) {
                        chapters.add(new ListSection(chapter, subtopic == null ? entries : List.of(), subtopics));
                    }
                    subtopics = new ArrayList<>();
                    chapter = line.substring(3).strip();
                    subtopic = null;
                } else {
                    subtopic = line.substring(4).strip();
                }
                entries = new ArrayList<>();
            } else if (line.startsWith("| ") && !line.startsWith("| Paper")) {
                entries.add(entry(line));
            }
        }
        return new ListCatalogued("materials", 1, THEN, "s-materials", title, List.of(), chapters);
    }

    private ListEntry entry(String line) {
        var row = ROW.matcher(line);
        if (!row.matches()) {
            throw new IllegalArgumentException(line);
        }
        var citation = row.group(1);
        var label = row.group(2) == null ? row.group(3) : row.group(2);
        var parts = citation == null ? new String[] {""} : citation.split("\\[\\d+]");
        var items = new ArrayList<ListItem>();
        var links = LINK.matcher(row.group(4));
        while (links.find()) {
            var part = parts.length > 1 ? parts[Math.min(items.size() + 1, parts.length - 1)].strip() : parts[0];
            var link = new Link(Link.PAPER, links.group(1), links.group(2).strip());
            items.add(new ListItem(null, paper(label.strip(), part, link), part, link));
        }
        return new ListEntry(label.strip(), citation, items);
    }

    private String paper(String label, String citation, Link link) {
        var key = link.url().isEmpty() ? label : link.url();
        var known = papers.get(key);
        if (known == null) {
            known = paper("m%011d".formatted(papers.size() + 1), label, citation, link);
            papers.put(key, known);
        }
        return known.paperId();
    }

    private static PaperCatalogued paper(String id, String label, String citation, Link link) {
        var work = WORK.matcher(citation);
        var isRead = work.matches();
        var fields = new PaperFields(
                isRead ? work.group(2) : label,
                label,
                isRead ? authors(work.group(1)) : List.of(),
                List.of(),
                isRead && work.group(3).contains("arXiv") ? "arXiv" : null,
                isRead ? year(work.group(3)) : null,
                null,
                List.of(),
                link.url().isEmpty() ? List.of() : List.of(link),
                List.of(),
                null,
                List.of(),
                citation,
                null);
        var source = new Source("list:materials", Source.Kind.CITATION);
        return new PaperCatalogued(
                id,
                1,
                THEN,
                THEN,
                "s-" + id,
                fields,
                List.of(),
                List.of(new SourceRecord(source, "sample", "s-" + id, THEN, fields)),
                List.of());
    }

    private static List<Author> authors(String text) {
        var names = text.replace(", et al", "").split(", (?:and )?|\\.$");
        return names.length < 2
                ? List.of(Author.named(text))
                : List.of(Author.named(names[1].strip() + " " + names[0].strip()));
    }

    private static @Nullable Integer year(String text) {
        var year = YEAR.matcher(text);
        return year.find() ? Integer.valueOf(year.group()) : null;
    }
}
