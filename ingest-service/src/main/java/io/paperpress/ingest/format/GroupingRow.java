package io.paperpress.ingest.format;

import io.paperpress.common.events.Link;
import io.paperpress.common.events.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of a grouping page: {@code | Meta | Title | Cover | Publish | Code | Note |}, in which nothing is escaped. All
 * values are verbatim.
 *
 * @param path file of the paper, such as {@code meta/2025/FlexPrefill.prototxt}
 * @param links paper, code and note, in this order, those there are
 */
record GroupingRow(
        String path,
        @Nullable String shortName,
        String title,
        @Nullable String cover,
        @Nullable String venue,
        @Nullable Integer year,
        List<Link> links,
        List<Remark> warnings) {

    private static final String NO_SHORT_NAME = "m";
    private static final String NO_CODE_TYPE = "code";
    private static final String BADGE = "img.shields.io/badge/";

    private static final Pattern META = Pattern.compile("\\[(.*)]\\((?:\\./)?(meta/.+\\.prototxt)\\)");
    private static final Pattern PUBLISHED = Pattern.compile("(\\d*)-(.*)-[^-]*");
    private static final Pattern COVER = Pattern.compile("!\\[cover]\\((.*)\\)");
    private static final Pattern NOTE = Pattern.compile("\\[note]\\((.*)\\)");
    private static final Pattern STARS = Pattern.compile("\\[!\\[GitHub Repo stars]\\([^)]*\\)]\\((.*)\\)");

    /** @throws UnreadableRow when it names no file, no title or no year and venue */
    static GroupingRow read(String line) {
        var cells = Cells.of(line);
        var meta = META.matcher(cells.meta());
        if (!meta.matches()) {
            throw new UnreadableRow(
                    "The first cell of this row names no file: expected [name](./meta/<year>/<file>.prototxt).");
        }
        var warnings = new ArrayList<Remark>();
        var links = new ArrayList<Link>();
        String title = title(cells.title(), links, warnings);
        boolean shifted = cells.isShifted();
        code(shifted ? "" : cells.code(), links, warnings);
        note(shifted ? cells.code() : cells.note(), links, warnings);
        if (shifted || cells.publish().indexOf(BADGE) != cells.publish().lastIndexOf(BADGE)) {
            warnings.add(
                    new Remark(
                            null,
                            "This row is damaged: a badge stands within a badge, or a cell is shifted. It was read for what it means."));
        }
        var published = PUBLISHED.matcher(badge(cells.publish()));
        if (!published.matches()) {
            throw new UnreadableRow("The Publish cell of this row holds no badge of the form <year>-<venue>-<colour>.");
        }
        var cover = COVER.matcher(cells.cover());
        return new GroupingRow(
                meta.group(2),
                meta.group(1).equals(NO_SHORT_NAME) ? null : meta.group(1),
                title,
                cover.matches() ? cover.group(1) : null,
                venue(published.group(2)),
                year(published.group(1)),
                List.copyOf(links),
                List.copyOf(warnings));
    }

    boolean saysTheSameAs(GroupingRow other) {
        return withoutWarnings().equals(other.withoutWarnings());
    }

    private GroupingRow withoutWarnings() {
        return new GroupingRow(path, shortName, title, cover, venue, year, links, List.of());
    }

    private static String title(String cell, List<Link> links, List<Remark> warnings) {
        int middle = cell.lastIndexOf("](");
        boolean linked = cell.startsWith("[") && cell.endsWith(")") && middle > 0;
        String title = linked ? cell.substring(1, middle) : cell;
        if (title.isBlank()) {
            throw new UnreadableRow("The Title cell of this row is empty.");
        }
        if (linked) {
            link(Link.PAPER, null, cell.substring(middle + 2, cell.length() - 1), links, warnings);
        }
        return title;
    }

    private static void code(String cell, List<Link> links, List<Remark> warnings) {
        var stars = STARS.matcher(cell);
        int middle = cell.lastIndexOf("](");
        if (stars.matches()) {
            link(Link.CODE, null, stars.group(1), links, warnings);
        } else if (cell.startsWith("[") && cell.endsWith(")") && middle > 0) {
            String type = cell.substring(1, middle);
            link(
                    Link.CODE,
                    type.equals(NO_CODE_TYPE) ? null : type,
                    cell.substring(middle + 2, cell.length() - 1),
                    links,
                    warnings);
        } else if (!cell.isEmpty()) {
            warnings.add(new Remark("/links", "The Code cell holds no link and was left unread."));
        }
    }

    private static void note(String cell, List<Link> links, List<Remark> warnings) {
        var note = NOTE.matcher(cell);
        if (note.matches()) {
            link(Link.NOTE, null, note.group(1), links, warnings);
        } else if (!cell.isEmpty()) {
            warnings.add(new Remark("/links", "The Note cell holds no link and was left unread."));
        }
    }

    private static void link(
            String rel, @Nullable String label, String address, List<Link> links, List<Remark> warnings) {
        String url = address.strip();
        String pointer = "/links/" + links.size();
        if (url.isEmpty()) {
            warnings.add(new Remark("/links", "The %s link is empty.".formatted(rel)));
            return;
        }
        if (!url.equals(address)) {
            warnings.add(new Remark(pointer + "/url", "White space around the address was removed."));
        }
        links.add(new Link(rel, label, url));
    }

    /** The text of the innermost badge: a paper that lists one institution twice came out as a badge within a badge. */
    private static String badge(String cell) {
        int first = cell.indexOf(BADGE);
        int last = cell.lastIndexOf(BADGE);
        if (last < 0) {
            return "";
        }
        String rest = cell.substring(last + BADGE.length());
        int end = first == last ? rest.lastIndexOf(')') : rest.indexOf(')');
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static @Nullable String venue(String badge) {
        return badge.isEmpty() ? null : badge.replace('_', ' ');
    }

    private static @Nullable Integer year(String badge) {
        if (badge.isEmpty() || badge.length() > 9) {
            return null;
        }
        int year = Integer.parseInt(badge);
        return year == 0 ? null : year;
    }

    /** The six cells; a bar inside a title belongs to the title. */
    private record Cells(String meta, String title, String cover, String publish, String code, String note) {

        private static final String ABSENT = "None";

        static Cells of(String line) {
            String row = line.strip();
            String inner = row.substring(1, row.endsWith("|") && row.length() > 1 ? row.length() - 1 : row.length());
            String[] parts = inner.split("\\|", -1);
            int publish = 3;
            while (publish < parts.length && !parts[publish].strip().startsWith("![Publish](")) {
                publish++;
            }
            if (publish + 2 >= parts.length) {
                throw new UnreadableRow(
                        "This row does not have the six cells Meta, Title, Cover, Publish, Code and Note.");
            }
            var title = String.join("|", List.of(parts).subList(1, publish - 1));
            return new Cells(
                    parts[0].strip(),
                    title.strip(),
                    parts[publish - 1].strip(),
                    parts[publish].strip(),
                    parts[publish + 1].strip(),
                    parts[publish + 2].strip());
        }

        /** Whether the note stands in the code cell, as in the rows of a paper that lists one institution twice. */
        boolean isShifted() {
            return note.equals(ABSENT) && (code.isEmpty() || NOTE.matcher(code).matches());
        }
    }
}
