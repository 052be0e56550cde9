package io.paperpress.catalog.lookup;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** OpenReview, by version 2 of its interface. */
final class Openreview {

    /** "ICLR 2024 poster"; where a paper was only submitted to is not its venue. */
    private static final Pattern EDITION =
            Pattern.compile("(?!Submitted to )(?<venue>[^\\d]+?) (?<year>(?:19|20)\\d\\d)\\b.*");

    private Openreview() {}

    static MetadataSource at(LookupSettings.Registry settings) {
        return new JsonRegistry("openreview", Identifiers.OPENREVIEW, settings, "/notes?id=", Openreview::read);
    }

    private static Optional<PaperFields> read(JsonNode answer, Identifier id) {
        JsonNode note = answer.path("notes").path(0);
        JsonNode content = note.path("content");
        var venue = Optional.ofNullable(Metadata.text(content.path("venue").path("value")))
                .map(EDITION::matcher)
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult);
        return Metadata.of(
                Metadata.text(content.path("title").path("value")),
                authors(content.path("authors").path("value")),
                venue.map(edition -> edition.group("venue")).orElse(null),
                venue.map(edition -> Integer.valueOf(edition.group("year"))).orElseGet(() -> year(note)),
                Metadata.text(content.path("abstract").path("value")),
                List.of(id),
                "https://openreview.net/forum?id=" + id.value());
    }

    private static List<Author> authors(JsonNode names) {
        return names.valueStream()
                .map(Metadata::text)
                .filter(Objects::nonNull)
                .map(Author::named)
                .toList();
    }

    /** Of publication where it is known, else of creation; both in milliseconds since 1970. */
    private static @Nullable Integer year(JsonNode note) {
        return Stream.of(note.path("pdate"), note.path("cdate"))
                .filter(JsonNode::isIntegralNumber)
                .findFirst()
                .map(at ->
                        Instant.ofEpochMilli(at.asLong()).atZone(ZoneOffset.UTC).getYear())
                .orElse(null);
    }
}
