package io.paperpress.catalog.lookup;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the registries have in common in how they describe a work. */
final class Metadata {

    private Metadata() {}

    /** Empty where there is no title: such an answer says nothing that the identifier does not. */
    static Optional<PaperFields> of(
            @Nullable String title,
            List<Author> authors,
            @Nullable String venue,
            @Nullable Integer year,
            @Nullable String abstractText,
            List<Identifier> identifiers,
            String page) {
        String name = text(title);
        return name == null
                ? Optional.empty()
                : Optional.of(new PaperFields(
                        name,
                        null,
                        authors,
                        List.of(),
                        text(venue),
                        year,
                        text(abstractText),
                        identifiers,
                        List.of(new Link(Link.PAPER, null, page)),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null));
    }

    /** On one line; {@code null} where nothing is left. */
    static @Nullable String text(@Nullable String value) {
        String line = value == null ? "" : value.replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? null : line;
    }

    static @Nullable String text(JsonNode value) {
        return value.isString() ? text(value.asString()) : null;
    }

    static @Nullable Integer year(JsonNode value) {
        return value.isIntegralNumber() ? Integer.valueOf(value.asInt()) : null;
    }

    /** An author whose registry keeps the two parts of the name, either of which may be missing. */
    static Optional<Author> author(JsonNode given, JsonNode family, @Nullable String whole, @Nullable String orcid) {
        String parts = String.join(
                " ",
                Stream.of(text(given), text(family)).filter(Objects::nonNull).toList());
        String name = parts.isEmpty() ? text(whole) : parts;
        return name == null ? Optional.empty() : Optional.of(new Author(name, orcidIn(orcid)));
    }

    private static @Nullable String orcidIn(@Nullable String address) {
        String end = address == null || address.length() < 19 ? "" : address.substring(address.length() - 19);
        return end.matches("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]") ? end : null;
    }

    /** Without the tags of JATS or HTML. */
    static @Nullable String untagged(JsonNode marked) {
        return marked.isString() ? text(marked.asString().replaceAll("<[^<>]*>", " ")) : null;
    }
}
