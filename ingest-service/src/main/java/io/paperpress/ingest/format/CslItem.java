package io.paperpress.ingest.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a CSL item says of a paper. Read as CSL's own schema has it, and as Crossref's and DataCite's interfaces give it,
 * with lists of titles and organisations called by {@code name}. Other fields are passed over.
 */
final class CslItem {

    private static final List<String> VENUES =
            List.of("container-title", "event-title", "event", "journalAbbreviation");
    private static final List<String> DATES = List.of("issued", "published", "published-print", "published-online");

    private final JsonNode json;
    private final PaperDraft draft = new PaperDraft();

    private CslItem(JsonNode json) {
        this.json = json;
    }

    /** @throws UnreadableField where it is no object, or holds text that is no Unicode */
    static PaperEntry read(JsonNode json, int line, ReadOptions options) {
        if (!json.isObject()) {
            throw new UnreadableField("", "Expected a CSL item, which is an object.");
        }
        var item = new CslItem(json);
        item.read();
        return item.draft.entry(line, options);
    }

    private void read() {
        draft.title(text("title"));
        draft.shortName(text("title-short"));
        draft.shortName(text("shortTitle"));
        authors();
        venue();
        DATES.forEach(name -> date(json.get(name)));
        draft.abstractText(text("abstract"));
        String keywords = text("keyword");
        if (keywords != null) {
            for (String keyword : keywords.split("[,;]")) {
                draft.keyword(keyword);
            }
        }
        draft.doi(text("DOI"));
        for (String name : List.of("number", "note", "archive_location", "eprint")) {
            String value = text(name);
            if (PaperDraft.isOfArxiv(value)) {
                draft.arxivIn(value);
            }
        }
        draft.link(text("URL"));
    }

    private void authors() {
        JsonNode authors = json.get("author");
        if (authors == null || authors.isNull()) {
            return;
        }
        if (!authors.isArray()) {
            throw new UnreadableField("/author", "Expected an array of names.");
        }
        int index = 0;
        for (JsonNode author : authors) {
            author(author, "/author/" + index++);
        }
    }

    private void author(JsonNode author, String at) {
        if (author.isString()) {
            draft.author(string(author, at), null);
            return;
        }
        String whole = first(author, at, "literal", "name");
        String name = whole != null
                ? whole
                : TurnedName.of(
                        or(part(author, at, "given")),
                        or(part(author, at, "dropping-particle")),
                        or(part(author, at, "non-dropping-particle")),
                        or(part(author, at, "family")),
                        or(part(author, at, "suffix")));
        if (name.isEmpty()) {
            draft.warn("/authors", "An author without a name was left out.");
        } else if (!TurnedName.isOthers(name)) {
            draft.author(name, part(author, at, "ORCID"));
        }
    }

    private void venue() {
        VENUES.forEach(name -> draft.venue(text(name)));
        String publisher = text("publisher");
        String type = text("type");
        boolean isWhole = "book".equals(type) || "thesis".equals(type) || "report".equals(type);
        if (isWhole || PaperDraft.isOfArxiv(publisher)) {
            draft.venue(publisher);
        }
    }

    /** {@code {"date-parts": [[2022, 12, 6]]}}, or a date in words. */
    private void date(@Nullable JsonNode date) {
        if (date == null || date.isNull()) {
            return;
        }
        JsonNode parts = date.get("date-parts");
        if (parts != null && parts.isArray()) {
            JsonNode year = parts.path(0).isArray() ? parts.path(0).path(0) : parts.path(0);
            draft.year(scalar(year, "/issued"));
        }
        if (date.isObject()) {
            draft.year(first(date, "/issued", "raw", "literal"));
        } else {
            draft.year(scalar(date, "/issued"));
        }
    }

    private @Nullable String text(String name) {
        return part(json, "", name);
    }

    private static @Nullable String first(JsonNode of, String at, String... names) {
        for (String name : names) {
            String value = part(of, at, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Text, a number, the first of a list of texts, or what an object has for its name; {@code null} where it is blank. */
    private static @Nullable String part(JsonNode of, String at, String name) {
        JsonNode value = of.path(name);
        if (value.isArray()) {
            value = value.path(0);
        }
        if (value.isObject()) {
            value = value.path("name");
        }
        return scalar(value, at + "/" + name);
    }

    private static @Nullable String scalar(JsonNode value, String at) {
        String text = value.isString() ? string(value, at) : value.isNumber() ? value.asString() : null;
        return text == null || text.isBlank() ? null : text;
    }

    private static String string(JsonNode value, String at) {
        return JsonFields.textOf(value, at);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
