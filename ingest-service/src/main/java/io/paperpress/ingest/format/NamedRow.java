package io.paperpress.ingest.format;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import io.paperpress.ingest.format.NamedColumns.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a table whose head names its columns: fields given as fields. */
record NamedRow(PaperFields fields, List<Remark> warnings) {

    private static final Pattern NAMES = Pattern.compile("\\s*[,;]\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*");
    /** "[vLLM] Efficient Memory Management …(@Berkeley)": what some lists put into the cell of the title. */
    private static final Pattern TAGGED =
            Pattern.compile("\\[([^\\[\\]]{1,60})]\\s*(\\S[^@]*?\\S)\\s?(?:\\(@[^()]*\\))?");

    private static final Pattern ET_AL = Pattern.compile("(?i)[,\\s]*\\bet\\s+al\\b\\.?");

    NamedRow {
        warnings = List.copyOf(warnings);
    }

    /** @throws UnreadableRow when it has no title, or a link that is no web address */
    static NamedRow read(NamedColumns columns, String row) {
        var cells = NamedColumns.cells(row);
        var title = InlineText.of(columns.cell(cells, Column.TITLE));
        var links = new ArrayList<Link>();
        add(links, title, null);
        add(links, InlineText.of(columns.cell(cells, Column.LINK)), Link.PAPER);
        add(links, InlineText.of(columns.cell(cells, Column.CODE)), Link.CODE);
        add(links, InlineText.of(columns.cell(cells, Column.WEBSITE)), Link.WEBSITE);
        String name = InlineText.tidy(title.parts().stream()
                .filter(part -> part.url() == null || !LinkLabels.isGeneric(part.text()))
                .map(InlineText.Part::text)
                .reduce("", String::concat));
        if (name.isEmpty()) {
            throw new UnreadableRow("The cell of this row that names the paper is empty.");
        }
        var tagged = TAGGED.matcher(name.length() > 1_000 ? "" : name);
        boolean tag = tagged.matches() && !LinkLabels.isDated(tagged.group(1));
        String shortName = plain(columns, cells, Column.SHORT_NAME);
        var warnings = new ArrayList<Remark>();
        var said = InlineText.of(columns.cell(cells, Column.VENUE));
        var publication = Publication.of(said.plain());
        for (String badge : said.badges()) {
            publication = publication.or(Publication.ofBadge(badge));
        }
        String year = plain(columns, cells, Column.YEAR);
        var dated = Publication.of(year);
        if (!year.isEmpty() && dated.year() == null) {
            warnings.add(new Remark("/year", "%s names no year.".formatted(Quote.of(year))));
        }
        var fields = new PaperFields(
                tag ? tagged.group(2) : name,
                orNull(shortName.isEmpty() && tag ? tagged.group(1).strip() : shortName),
                names(plain(columns, cells, Column.AUTHORS)).stream()
                        .map(Author::named)
                        .toList(),
                names(plain(columns, cells, Column.INSTITUTIONS)),
                publication.venue(),
                dated.year() == null ? publication.year() : dated.year(),
                null,
                List.of(),
                links,
                names(plain(columns, cells, Column.KEYWORDS)),
                null,
                List.of(),
                null,
                null);
        return new NamedRow(fields, warnings);
    }

    PaperEntry entry(int line, @Nullable String sourceKey, List<Placement> placements) {
        return new PaperEntry(line, fields, Source.Kind.RECORD, sourceKey, placements, warnings);
    }

    ListEntry listed(@Nullable String submissionId) {
        var items = fields.links().stream()
                .map(link -> new ListItem(submissionId, null, null, link))
                .toList();
        return new ListEntry(
                String.valueOf(fields.title()),
                null,
                items.isEmpty() ? List.of(new ListItem(submissionId, null, null, null)) : items);
    }

    private static void add(List<Link> links, InlineText cell, @Nullable String rel) {
        for (var part : cell.links()) {
            String url = String.valueOf(part.url());
            if (LinkLabels.isElsewhere(url)) {
                if (!LinkLabels.isWebAddress(url)) {
                    throw new UnreadableRow(
                            "This row links to %s, which is no http or https address.".formatted(Quote.of(url)));
                }
                String label = InlineText.tidy(part.text());
                String named = LinkLabels.rel(label, url);
                String kind = rel == null || rel.equals(Link.PAPER) ? named : rel;
                if (links.stream().noneMatch(link -> link.url().equals(url))) {
                    links.add(new Link(
                            kind,
                            label.isEmpty() || !LinkLabels.isGeneric(label) ? null : LinkLabels.shown(label),
                            url));
                }
            }
        }
    }

    private static String plain(NamedColumns columns, List<String> cells, Column column) {
        String text = InlineText.of(columns.cell(cells, column)).plain();
        String bare = text.toLowerCase(Locale.ROOT);
        return bare.equals("-") || bare.equals("n/a") || bare.equals("–") ? "" : text;
    }

    private static List<String> names(String cell) {
        return Arrays.stream(NAMES.split(ET_AL.matcher(cell).replaceAll("")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
