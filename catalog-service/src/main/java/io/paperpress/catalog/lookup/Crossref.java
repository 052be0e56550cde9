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
import tools.jackson.databind.JsonNode;

/** Crossref, by its REST interface: the DOIs of most publishers. */
final class Crossref implements MetadataSource {

    private final LookupSettings.Crossref settings;

    Crossref(LookupSettings.Crossref settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "crossref";
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
        return settings.address().resolve("/works/" + doi);
    }

    @Override
    public Map<Identifier, PaperFields> read(byte[] answer, Collection<Identifier> asked) {
        JsonNode work = Metadata.json("Crossref", answer).path("message");
        Identifier doi = asked.iterator().next();
        return Metadata.of(
                        Metadata.untagged(work.path("title").path(0)),
                        authors(work.path("author")),
                        Metadata.untagged(work.path("container-title").path(0)),
                        Metadata.year(
                                work.path("issued").path("date-parts").path(0).path(0)),
                        Metadata.untagged(work.path("abstract")),
                        List.of(doi),
                        "https://doi.org/" + doi.value())
                .map(fields -> Map.of(doi, fields))
                .orElseGet(Map::of);
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
