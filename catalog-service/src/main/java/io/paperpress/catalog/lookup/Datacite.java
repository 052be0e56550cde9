package io.paperpress.catalog.lookup;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** DataCite, by its REST interface: the DOIs of repositories, asked for what Crossref does not know. */
final class Datacite implements MetadataSource {

    private final LookupSettings.Datacite settings;

    Datacite(LookupSettings.Datacite settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "datacite";
    }

    @Override
    public boolean knows(Identifier identifier) {
        return identifier.scheme().equals(Identifiers.DOI);
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Duration pause() {
        return settings.pause();
    }

    @Override
    public URI question(List<Identifier> identifiers) {
        String doi = URLEncoder.encode(identifiers.getFirst().value(), StandardCharsets.UTF_8);
        return settings.address().resolve("/dois/" + doi);
    }

    @Override
    public Map<Identifier, PaperFields> read(byte[] answer, Collection<Identifier> asked) {
        JsonNode work = Metadata.json("DataCite", answer).path("data").path("attributes");
        Identifier doi = asked.iterator().next();
        String container = Metadata.text(work.path("container").path("title"));
        return Metadata.of(
                        Metadata.untagged(work.path("titles").path(0).path("title")),
                        authors(work.path("creators")),
                        container == null ? Metadata.text(work.path("publisher")) : container,
                        Metadata.year(work.path("publicationYear")),
                        abstractOf(work.path("descriptions")),
                        List.of(doi),
                        "https://doi.org/" + doi.value())
                .map(fields -> Map.of(doi, fields))
                .orElseGet(Map::of);
    }

    private static @Nullable String abstractOf(JsonNode descriptions) {
        return descriptions
                .valueStream()
                .filter(description ->
                        "Abstract".equals(description.path("descriptionType").asString("")))
                .findFirst()
                .map(description -> Metadata.untagged(description.path("description")))
                .orElse(null);
    }

    private static List<Author> authors(JsonNode creators) {
        return creators.valueStream()
                .flatMap(creator -> Metadata.author(
                        creator.path("givenName"),
                        creator.path("familyName"),
                        Metadata.text(creator.path("name")),
                        Metadata.text(creator.path("nameIdentifiers").path(0).path("nameIdentifier")))
                        .stream())
                .toList();
    }
}
