package io.paperpress.common.formats;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.messaging.EventJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CSL-JSON 1.0, an array of one item, as citeproc, Pandoc and Zotero read it. */
final class Csl {

    private Csl() {}

    static String write(String paperId, PaperFields paper) {
        var item = new LinkedHashMap<String, Object>();
        item.put("id", paperId);
        item.put(
                "type",
                switch (Venues.of(paper)) {
                    case PREPRINT -> "article";
                    case JOURNAL -> "article-journal";
                    case CONFERENCE -> "paper-conference";
                });
        put(item, "title", paper.title());
        put(item, "title-short", paper.shortName());
        if (!paper.authors().isEmpty()) {
            item.put("author", paper.authors().stream().map(Csl::name).toList());
        }
        put(item, "container-title", paper.venue());
        if (paper.year() != null) {
            item.put("issued", Map.of("date-parts", List.of(List.of(paper.year()))));
        }
        put(item, "DOI", Addresses.identifier(paper, Identifiers.DOI).orElse(null));
        put(
                item,
                "number",
                Addresses.identifier(paper, Identifiers.ARXIV)
                        .map(id -> "arXiv:" + id)
                        .orElse(null));
        put(item, "URL", Addresses.of(paper).stream().findFirst().orElse(null));
        put(item, "keyword", paper.keywords().isEmpty() ? null : String.join(", ", paper.keywords()));
        put(item, "abstract", paper.abstractText());
        return EventJson.mapper().writeValueAsString(List.of(item)) + "\n";
    }

    private static Map<String, String> name(Author author) {
        var parts = NameParts.of(author.name());
        var name = new LinkedHashMap<String, String>();
        if (parts.given() == null) {
            name.put("literal", author.name());
        } else {
            name.put("family", parts.family());
            name.put("given", parts.given());
            if (parts.suffix() != null) {
                name.put("suffix", parts.suffix());
            }
        }
        if (author.orcid() != null) {
            name.put("ORCID", author.orcid());
        }
        return name;
    }

    private static void put(Map<String, Object> item, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            item.put(name, value);
        }
    }
}
