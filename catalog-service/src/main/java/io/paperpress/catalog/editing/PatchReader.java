package io.paperpress.catalog.editing;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads merge patches of papers. */
final class PatchReader {

    private static final Set<String> READ_ONLY = Set.of(
            "paperId",
            "revision",
            "cataloguedAt",
            "revisedAt",
            "submissionId",
            "path",
            "versions",
            "sources",
            "conflicts",
            "lists");
    static final Set<String> FIELDS = Set.of(
            "title",
            "shortName",
            "authors",
            "institutions",
            "venue",
            "year",
            "abstract",
            "identifiers",
            "links",
            "keywords",
            "cover",
            "baselines",
            "citation");
    private static final Set<String> LINK_KINDS = Set.of(Link.PAPER, Link.CODE, Link.NOTE, Link.WEBSITE);
    private static final String ORCID = "\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]";

    private final JsonNode body;
    private final Faults faults;

    private PatchReader(JsonNode body, Faults faults) {
        this.body = body;
        this.faults = faults;
    }

    static PaperPatch read(JsonNode body, Faults faults) {
        return new PatchReader(body, faults).read();
    }

    private PaperPatch read() {
        if (!faults.isObject(body, "")) {
            throw faults.refusal();
        }
        var named = new LinkedHashSet<String>();
        for (String name : body.propertyNames()) {
            if (FIELDS.contains(name)) {
                if (!(name.equals("identifiers")
                        && body.get(name).isObject()
                        && body.get(name).isEmpty())) {
                    named.add(name);
                }
            } else {
                String message = READ_ONLY.contains(name)
                        ? "This field cannot be edited."
                        : "A paper has no such field; it has " + String.join(", ", sorted()) + ".";
                faults.add("/" + Faults.escaped(name), message);
            }
        }
        var values = new PaperFields(
                title(),
                text("shortName"),
                authors(),
                texts("institutions"),
                text("venue"),
                year(),
                text("abstract"),
                List.of(),
                links(),
                texts("keywords"),
                text("cover"),
                texts("baselines"),
                text("citation"),
                null);
        return new PaperPatch(named, values, schemes());
    }

    private static List<String> sorted() {
        return FIELDS.stream().sorted().toList();
    }

    private @Nullable String title() {
        String title = text("title");
        if (body.has("title") && title == null) {
            faults.add("/title", "A paper needs a title.");
        }
        return title;
    }

    /** Empty text is no value. */
    private @Nullable String text(String name) {
        String text = faults.text(body.get(name), "/" + name);
        return text == null || text.isBlank() ? null : text;
    }

    private List<String> texts(String name) {
        var value = body.get(name);
        return value == null ? List.of() : faults.texts(value, "/" + name);
    }

    private @Nullable Integer year() {
        var value = body.get("year");
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            faults.add("/year", "A year is a whole number.");
            return null;
        }
        return value.asInt();
    }

    private List<Author> authors() {
        var authors = new ArrayList<Author>();
        var given = faults.elements(body.get("authors"), "/authors");
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/authors/" + i;
            var author = given.get(i);
            if (!author.isObject()) {
                authors.add(new Author(faults.needed(author, pointer), null));
                continue;
            }
            faults.allowOnly(Set.of("name", "orcid"), author, pointer);
            String orcid = faults.text(author.get("orcid"), pointer + "/orcid");
            if (orcid != null && !orcid.matches(ORCID)) {
                faults.add(pointer + "/orcid", "An ORCID iD is sixteen digits in four groups, the last may be X.");
            }
            authors.add(new Author(faults.needed(author.get("name"), pointer + "/name"), orcid));
        }
        return authors;
    }

    private List<Link> links() {
        var links = new ArrayList<Link>();
        var given = faults.elements(body.get("links"), "/links");
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/links/" + i;
            var link = given.get(i);
            if (faults.isObject(link, pointer)) {
                faults.allowOnly(Set.of("rel", "label", "url"), link, pointer);
                links.add(link(link, pointer, faults));
            }
        }
        return links;
    }

    static Link link(JsonNode link, String pointer, Faults faults) {
        String rel = faults.text(link.get("rel"), pointer + "/rel");
        if (rel != null && !LINK_KINDS.contains(rel)) {
            faults.add(pointer + "/rel", "A link's rel is one of paper, code, note and website.");
        }
        return new Link(
                rel == null ? Link.PAPER : rel,
                faults.text(link.get("label"), pointer + "/label"),
                faults.needed(link.get("url"), pointer + "/url"));
    }

    private Map<String, List<Identifier>> schemes() {
        var schemes = new LinkedHashMap<String, List<Identifier>>();
        var given = body.get("identifiers");
        if (given == null || given.isNull() || !faults.isObject(given, "/identifiers")) {
            return schemes;
        }
        for (String scheme : given.propertyNames()) {
            String pointer = "/identifiers/" + Faults.escaped(scheme);
            if (scheme.equals(Identifiers.PATH)) {
                faults.add(pointer, "This field cannot be edited.");
            }
            schemes.put(scheme, identifiers(scheme, given.get(scheme), pointer));
        }
        return schemes;
    }

    private List<Identifier> identifiers(String scheme, JsonNode given, String pointer) {
        var values = given.isArray() ? faults.texts(given, pointer) : single(given, pointer);
        return values.stream()
                .filter(value -> !value.isBlank())
                .map(value -> Identifiers.recognise(value)
                        .filter(known -> known.scheme().equals(scheme))
                        .orElseGet(() -> Identifiers.of(scheme, value.strip())))
                .toList();
    }

    private List<String> single(JsonNode given, String pointer) {
        String text = faults.text(given, pointer);
        return text == null ? List.of() : List.of(text);
    }
}
