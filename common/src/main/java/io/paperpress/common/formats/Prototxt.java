package io.paperpress.common.formats;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@code PaperInfo} message of an EfficientPaper tree, in protobuf's text format. */
final class Prototxt {

    /** What may stand for an enum's value. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final StringBuilder text = new StringBuilder();

    private Prototxt() {}

    /** What the schema presumes of fields that are not there, the empty ones say that it is not so. */
    static String write(String paperId, PaperFields paper) {
        var message = new Prototxt();
        message.message(
                "paper",
                Stream.of(
                                Stream.of(field("title", paper.title()), field("abbr", paper.shortName())),
                                Stream.of(field(
                                        "url",
                                        link(paper, Link.PAPER).map(Link::url).orElse(null))),
                                paper.authors().stream().map(Author::name).map(name -> field("authors", name)),
                                paper.institutions().stream().map(name -> field("institutions", name)))
                        .flatMap(lines -> lines));
        message.message(
                "pub",
                Stream.of(
                        quoted("where", paper.venue() == null ? "" : paper.venue()),
                        paper.year() == null ? null : "year: " + paper.year()));
        link(paper, Link.CODE)
                .ifPresent(code -> message.message(
                        "code",
                        Stream.of(
                                quoted("type", Objects.requireNonNullElse(code.label(), "")),
                                field("url", code.url()))));
        message.message(
                "note",
                Stream.of(quoted("url", link(paper, Link.NOTE).map(Link::url).orElse(""))));
        message.message(
                "keyword",
                paper.keywords().stream()
                        .map(word -> WORD.matcher(word).matches() ? "words: " + word : quoted("words", word)));
        message.message("cover", Stream.of(field("url", paper.cover())));
        message.message("baseline", paper.baselines().stream().map(name -> field("methods", name)));
        return message.text.toString();
    }

    private static java.util.Optional<Link> link(PaperFields paper, String rel) {
        return paper.links().stream().filter(link -> link.rel().equals(rel)).findFirst();
    }

    private void message(String name, Stream<@Nullable String> fields) {
        List<String> lines =
                fields.filter(Objects::nonNull).map(line -> "  " + line + "\n").toList();
        if (!lines.isEmpty()) {
            text.append(name).append(" {\n");
            lines.forEach(text::append);
            text.append("}\n");
        }
    }

    private static @Nullable String field(String name, @Nullable String value) {
        return value == null || value.isBlank() ? null : quoted(name, value);
    }

    private static String quoted(String name, String value) {
        var quoted = new StringBuilder(name).append(": \"");
        value.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
