package io.paperpress.render.pages;

import static java.util.Objects.requireNonNull;

import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells of an EfficientPaper Markdown row, as {@code docs/data-model.md} has them; nothing is escaped.
 *
 * @param venue as submitted, empty where none is
 */
record Cells(
        String path,
        @Nullable Integer year,
        String venue,
        String meta,
        String title,
        String cover,
        String publish,
        String code,
        String note) {

    private static final Pattern REPOSITORY = Pattern.compile("github\\.com/([^/?#\\s]+)/([^/?#\\s]+)");

    static Cells of(PaperFields paper, VenueColours colours) {
        var path = requireNonNull(paper.path());
        var year = paper.year() == null ? 0 : paper.year();
        var venue = orEmpty(paper.venue());
        return new Cells(
                path,
                paper.year(),
                venue,
                meta(paper, year, path.substring(path.lastIndexOf('/') + 1)),
                title(paper),
                picture(orEmpty(paper.cover())),
                publish(year, venue, colours),
                code(paper),
                note(paper));
    }

    /** The table row. */
    String row() {
        return "| " + String.join(" | ", List.of(meta, title, cover, publish, code, note)) + " |";
    }

    /** The line of a numbered list, without its number. */
    String item() {
        return "%s [%s] %s ".formatted(title, publish, code);
    }

    private static String meta(PaperFields paper, int year, String file) {
        var shortName = orEmpty(paper.shortName());
        return "[%s](./meta/%d/%s)".formatted(shortName.isEmpty() ? "m" : shortName, year, file);
    }

    private static String title(PaperFields paper) {
        var title = orEmpty(paper.title());
        var link = first(paper, Link.PAPER);
        return link == null ? title : "[%s](%s)".formatted(title, link.url());
    }

    private static String picture(String address) {
        return address.isEmpty() ? "" : "![cover](%s)".formatted(address);
    }

    private static String publish(int year, String venue, VenueColours colours) {
        var badge = (year + "-" + venue).replace(' ', '_');
        return "![Publish](https://img.shields.io/badge/%s-%s)".formatted(badge, colours.of(venue));
    }

    private static String code(PaperFields paper) {
        var link = first(paper, Link.CODE);
        if (link == null) {
            return "";
        }
        var repository = REPOSITORY.matcher(link.url());
        if (repository.find()) {
            var name = repository.group(1) + "/" + repository.group(2);
            return "[![GitHub Repo stars](https://img.shields.io/github/stars/%s)](https://github.com/%s)"
                    .formatted(name, name);
        }
        var type = orEmpty(link.label());
        return "[%s](%s)".formatted(type.isEmpty() ? "code" : type, link.url());
    }

    private static String note(PaperFields paper) {
        var link = first(paper, Link.NOTE);
        return link == null ? "" : "[note](%s)".formatted(link.url());
    }

    private static @Nullable Link first(PaperFields paper, String rel) {
        return paper.links().stream()
                .filter(link -> link.rel().equals(rel) && !link.url().isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
