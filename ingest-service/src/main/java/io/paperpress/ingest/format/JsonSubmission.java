package io.paperpress.ingest.format;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads one submission object, field by field, so that what cannot be read is told by its JSON Pointer. */
final class JsonSubmission {

    /** What a submission says of the paper itself. */
    static final Set<String> PAPER_FIELDS = Set.of(
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

    private static final Set<String> FIELDS = Stream.concat(
                    PAPER_FIELDS.stream(), Stream.of("path", "placements", "revises"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LINK_KINDS = Set.of(Link.PAPER, Link.CODE, Link.NOTE, Link.WEBSITE);

    private final JsonFields fields;
    private final ReadOptions options;

    private JsonSubmission(JsonFields fields, ReadOptions options) {
        this.fields = fields;
        this.options = options;
    }

    static void read(Line text, ReadOptions options, EntrySink sink) {
        JsonItem.read(text, sink, json -> new JsonSubmission(new JsonFields(json, ""), options).entry(text.number()));
    }

    /** An object that stands in no body. */
    static PaperEntry entry(ObjectNode json) {
        return new JsonSubmission(new JsonFields(json, ""), ReadOptions.NONE).entry(0);
    }

    private PaperEntry entry(int line) {
        fields.warnOfOthersThan(FIELDS);
        String revises = revises();
        String path = fields.text("path");
        var paper = new PaperFields(
                fields.text("title"),
                fields.text("shortName"),
                authors(),
                names("institutions"),
                fields.text("venue"),
                fields.number("year"),
                fields.text("abstract"),
                identifiers(),
                links(),
                names("keywords"),
                fields.text("cover"),
                names("baselines"),
                fields.text("citation"),
                path);
        return new PaperEntry(
                null,
                line,
                paper,
                Source.Kind.RECORD,
                path == null ? null : "path:" + path,
                revises == null ? placements() : List.of(),
                fields.warnings(),
                revises);
    }

    private @Nullable String revises() {
        String paperId = fields.text("revises");
        if (paperId == null) {
            return null;
        }
        if (!PaperIds.isPaperId(paperId)) {
            throw new UnreadableField("/revises", "Expected the id of a listed paper.");
        }
        for (String field : List.of("path", "placements")) {
            if (fields.has(field)) {
                throw new UnreadableField("/" + field, "This field cannot be proposed for a listed paper.");
            }
        }
        return paperId;
    }

    private List<Author> authors() {
        var authors = new LinkedHashSet<Author>();
        for (JsonFields.Item item : fields.list("authors")) {
            if (item.isText()) {
                names(item).forEach(name -> distinct(authors, Author.named(name), item.pointer()));
            } else {
                var author = item.object();
                author.warnOfOthersThan(Set.of("name", "orcid"));
                distinct(authors, new Author(author.needed("name"), author.text("orcid")), item.pointer());
            }
        }
        return List.copyOf(authors);
    }

    private List<String> names(JsonFields.Item item) {
        var names = Bylines.names(item.text());
        if (names.size() > 1) {
            fields.warn(item.pointer(), "Several names in one were taken apart at the commas.");
        }
        return names;
    }

    private List<String> names(String field) {
        var names = new LinkedHashSet<String>();
        fields.list(field).stream()
                .filter(item -> !item.text().isBlank())
                .forEach(item -> distinct(names, item.text(), item.pointer()));
        return List.copyOf(names);
    }

    private <T> void distinct(Set<T> all, T one, String pointer) {
        if (!all.add(one)) {
            fields.warn(pointer, "This stands here twice and was taken once.");
        }
    }

    private List<Identifier> identifiers() {
        var given = fields.object("identifiers");
        return given == null
                ? List.of()
                : given.names().stream()
                        .flatMap(scheme -> Stream.ofNullable(given.text(scheme))
                                .map(value -> new Identifier(scheme, value.strip())))
                        .toList();
    }

    private List<Link> links() {
        var links = new ArrayList<Link>();
        for (JsonFields.Item item : fields.list("links")) {
            var link = item.object();
            link.warnOfOthersThan(Set.of("rel", "label", "url"));
            String url = link.needed("url");
            if (!url.equals(url.strip())) {
                fields.warn(item.pointer() + "/url", "White space around the address was removed.");
            }
            links.add(new Link(rel(link, item.pointer()), link.text("label"), url.strip()));
        }
        return List.copyOf(links);
    }

    private static String rel(JsonFields link, String pointer) {
        String rel = link.text("rel");
        if (rel != null && !LINK_KINDS.contains(rel)) {
            throw new UnreadableField(pointer + "/rel", "A link's rel is one of paper, code, note and website.");
        }
        return rel == null ? Link.PAPER : rel;
    }

    private List<Placement> placements() {
        var placements = new LinkedHashSet<>(options.placements());
        for (JsonFields.Item item : fields.list("placements")) {
            var placement = item.object();
            placement.warnOfOthersThan(Set.of("list", "section", "label"));
            var section = placement.list("section").stream()
                    .map(JsonFields.Item::text)
                    .toList();
            String list = placement.needed("list");
            if (!Slugs.isSlug(list)) {
                throw new UnreadableField(
                        item.pointer() + "/list",
                        "A list is named by its slug: lower-case ASCII letters, digits and single hyphens.");
            }
            placements.add(new Placement(list, section, placement.text("label")));
        }
        return List.copyOf(placements);
    }
}
