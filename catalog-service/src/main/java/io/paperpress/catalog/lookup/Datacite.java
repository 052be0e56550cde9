package io.paperpress.catalog.lookup;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** DataCite, by its REST interface: the DOIs of repositories, asked for what Crossref does not know. */
final class Datacite {

    private Datacite() {}

    static MetadataSource at(LookupSettings.Registry settings) {
        return new JsonRegistry("datacite", Identifiers.DOI, settings, "/dois/", Datacite::read);
    }

    private static Optional<PaperFields> read(JsonNode answer, Identifier doi) {
        JsonNode work = answer.path("data").path("attributes");
        String container = Metadata.text(work.path("container").path("title"));
        return Metadata.of(
                Metadata.untagged(work.path("titles").path(0).path("title")),
                authors(work.path("creators")),
                container == null ? Metadata.text(work.path("publisher")) : container,
                Metadata.year(work.path("publicationYear")),
                abstractOf(work.path("descriptions")),
                List.of(doi),
                "https://doi.org/" + doi.value());
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
