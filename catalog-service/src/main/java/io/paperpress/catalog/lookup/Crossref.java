package io.paperpress.catalog.lookup;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Crossref, by its REST interface: the DOIs of most publishers. */
final class Crossref {

    private Crossref() {}

    static MetadataSource at(LookupSettings.Registry settings) {
        return new JsonRegistry("crossref", Identifiers.DOI, settings, "/works/", Crossref::read);
    }

    private static Optional<PaperFields> read(JsonNode answer, Identifier doi) {
        JsonNode work = answer.path("message");
        return Metadata.of(
                Metadata.untagged(work.path("title").path(0)),
                authors(work.path("author")),
                Metadata.untagged(work.path("container-title").path(0)),
                Metadata.year(work.path("issued").path("date-parts").path(0).path(0)),
                Metadata.untagged(work.path("abstract")),
                List.of(doi),
                "https://doi.org/" + doi.value());
    }

    private static List<Author> authors(JsonNode authors) {
        return authors.valueStream()
                .flatMap(author -> Metadata.author(
                        author.path("given"),
                        author.path("family"),
                        Metadata.text(author.path("name")),
                        Metadata.text(author.path("ORCID")))
                        .stream())
                .toList();
    }
}
