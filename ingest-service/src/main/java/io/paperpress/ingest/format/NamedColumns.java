package io.paperpress.ingest.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a table whose head names them. */
final class NamedColumns {

    enum Column {
        TITLE("title", "paper", "papers", "paper title", "paper name", "name", "article", "work"),
        LINK("link", "links", "url", "pdf", "paper link", "paper url", "arxiv", "doi", "paper link url", "download"),
        AUTHORS("author", "authors", "first author"),
        VENUE(
                "venue",
                "conference",
                "journal",
                "publication",
                "published",
                "publish",
                "pub",
                "published in",
                "source",
                "conference/journal",
                "venue/year",
                "where"),
        YEAR("year", "date", "published date", "publication date", "time", "pub. date"),
        CODE("code", "github", "repo", "repository", "implementation", "code link", "official code"),
        WEBSITE("project", "website", "project page", "page", "homepage", "demo", "blog"),
        INSTITUTIONS("affiliation", "affiliations", "institution", "institutions", "institute", "organization", "org"),
        SHORT_NAME(
                "short name", "abbr", "abbreviation", "acronym", "a.k.a", "a.k.a.", "aka", "alias", "method", "model"),
        KEYWORDS("keyword", "keywords", "tags", "tag");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }
    }

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<String> heads;

    private NamedColumns(List<String> cells) {
        heads = cells.stream()
                .map(cell -> InlineText.of(cell).plain().toLowerCase(Locale.ROOT))
                .toList();
        for (int i = 0; i < heads.size(); i++) {
            for (Column column : Column.values()) {
                if (column.names.contains(heads.get(i))) {
                    places.putIfAbsent(column, i);
                }
            }
        }
        prefer("title");
        Integer paper = place("paper");
        if (paper != null && !paper.equals(places.get(Column.TITLE))) {
            places.putIfAbsent(Column.LINK, paper); // "Paper" beside "Title" or "Name" holds the link
        }
    }

    private void prefer(String head) {
        Integer place = place(head);
        if (place != null) {
            places.put(Column.TITLE, place);
        }
    }

    private @Nullable Integer place(String head) {
        int place = heads.indexOf(head);
        return place < 0 ? null : place;
    }

    /** @return {@code null} where the head names no title and nothing besides it */
    static @Nullable NamedColumns of(Line head) {
        if (!head.text().contains("|") || head.text().length() > 4_000) {
            return null;
        }
        var columns = new NamedColumns(cells(head.text()));
        return columns.places.containsKey(Column.TITLE) && columns.places.size() > 1 ? columns : null;
    }

    /** The cell's Markdown; empty where there is none. */
    String cell(List<String> row, Column column) {
        Integer place = places.get(column);
        return place == null || place >= row.size() ? "" : row.get(place);
    }

    /** The cells of a row; a bar behind a backslash belongs to its cell. */
    static List<String> cells(String row) {
        String text = row.strip();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        for (int i = text.startsWith("|") ? 1 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '|') {
                cell.append('|');
                i++;
            } else if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(cell.toString().strip());
        }
        return List.copyOf(cells);
    }
}
