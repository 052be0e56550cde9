package io.paperpress.render.pages;

import static java.util.stream.Collectors.joining;

import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Writes a reading list as a Markdown page that can be submitted again: chapters, subtopics, a table of each. */
final class ListMarkdownWriter {

    /** An ampersand that a reader would take for the beginning of an entity. */
    private static final Pattern ENTITY = Pattern.compile("&(?=#?\\w+;)");

    private final StringBuilder out = new StringBuilder();

    private ListMarkdownWriter() {}

    static String write(ListCatalogued list) {
        var writer = new ListMarkdownWriter();
        writer.out
                .append("---\ntitle: \"")
                .append(line(list.title()).replace("\\", "\\\\").replace("\"", "\\\""))
                .append("\"\n---\n");
        writer.table(list.entries());
        var separator = "";
        for (var chapter : list.sections()) {
            writer.out.append(separator);
            writer.section(chapter, 2);
            separator = "\n---\n";
        }
        return writer.out.toString();
    }

    private void section(ListSection section, int level) {
        out.append('\n')
                .append("#".repeat(Math.min(level, 6)))
                .append(' ')
                .append(line(section.title()).strip())
                .append('\n');
        table(section.entries());
        section.sections().forEach(inner -> section(inner, level + 1));
    }

    private void table(List<ListEntry> entries) {
        if (!entries.isEmpty()) {
            out.append("\n| Paper | Link |\n|:------|:-----|\n");
            entries.forEach(entry -> out.append(row(entry)));
        }
    }

    private static String row(ListEntry entry) {
        var links = entry.items().stream()
                .map(ListItem::link)
                .filter(Objects::nonNull)
                .map(ListMarkdownWriter::link)
                .collect(joining(", "));
        return "| %s | %s |\n".formatted(label(entry), links);
    }

    private static String label(ListEntry entry) {
        var label = text(entry.label()).strip().replace("<", "&lt;");
        return entry.citation() == null
                ? label
                : "<span class=\"tooltip\" data-tooltip=\"%s\">%s</span>"
                        .formatted(text(entry.citation()).replace("\"", "&quot;"), label);
    }

    private static String link(Link link) {
        var label = link.label() == null || link.label().isBlank() ? "PDF" : link.label();
        return "[%s](%s)"
                .formatted(text(label).replace("]", "&#93;"), link.url().strip());
    }

    /** Text of a table cell: as it is, but for what would end the cell or change on reading. */
    private static String text(String text) {
        return ENTITY.matcher(line(text)).replaceAll("&amp;").replace("|", "&#124;");
    }

    private static String line(String text) {
        return text.replaceAll("\\R", " ");
    }
}
