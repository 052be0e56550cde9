package io.paperpress.common.formats;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.messaging.EventJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** schema.org's {@code ScholarlyArticle}, as search engines read it. */
final class JsonLd {

    private JsonLd() {}

    static String write(String paperId, PaperFields paper) {
        var article = new LinkedHashMap<String, Object>();
        article.put("@context", "https://schema.org");
        article.put("@type", "ScholarlyArticle");
        put(article, "headline", paper.title());
        put(article, "alternateName", paper.shortName());
        if (!paper.authors().isEmpty()) {
            article.put("author", paper.authors().stream().map(JsonLd::person).toList());
        }
        if (paper.venue() != null) {
            article.put("isPartOf", Map.of("@type", "PublicationIssue", "name", paper.venue()));
        }
        put(article, "datePublished", paper.year() == null ? null : paper.year().toString());
        put(article, "abstract", paper.abstractText());
        var names = Identifiers.in(paper).stream()
                .filter(identifier -> !identifier.scheme().equals(Identifiers.PATH))
                .map(identifier -> Map.of(
                        "@type", "PropertyValue", "propertyID", identifier.scheme(), "value", identifier.value()))
                .toList();
        if (!names.isEmpty()) {
            article.put("identifier", names);
        }
        var addresses = Addresses.of(paper);
        if (!addresses.isEmpty()) {
            article.put("sameAs", addresses);
        }
        if (!paper.keywords().isEmpty()) {
            article.put("keywords", paper.keywords());
        }
        return EventJson.mapper().writeValueAsString(article) + "\n";
    }

    private static Map<String, String> person(Author author) {
        var person = new LinkedHashMap<String, String>();
        person.put("@type", "Person");
        person.put("name", author.name());
        if (author.orcid() != null) {
            person.put("@id", "https://orcid.org/" + author.orcid());
        }
        return person;
    }

    private static void put(Map<String, Object> article, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            article.put(name, value);
        }
    }
}
