package io.paperpress.ingest.format;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A {@code PaperInfo} message of an EfficientPaper tree, schema in {@code docs/data-model.md}. Its enum of keywords is
 * read as text: the numbers have changed over time, and no paper is lost over a word that is new.
 */
final class PaperInfo {

    private static final Set<String> MESSAGES =
            Set.of("paper", "pub", "code", "note", "keyword", "cover", "baseline", "update_time", "rating");

    /** Defaults of the schema. */
    private static final String WHERE = "arXiv";

    private static final String CODE_TYPE = "Pytorch";
    private static final String NOTE = "note.md";

    private static final String NONE = "none";

    private final ProtoFields root;
    private final ReadOptions options;
    private final List<Remark> warnings = new ArrayList<>();

    private PaperInfo(ProtoMessage message, ReadOptions options) {
        this.options = options;
        root = new ProtoFields("", message, MESSAGES, warnings);
    }

    /** @throws UnreadableAt with the line and column of what is no such message */
    static PaperEntry read(ProtoMessage message, ReadOptions options) {
        return new PaperInfo(message, options).entry();
    }

    private PaperEntry entry() {
        if (!root.hasKnown()) {
            throw new UnreadableAt(
                    root.line(), 1, "this is no PaperInfo message: it has none of its fields (paper, pub, code, …).");
        }
        var paper = root.message("paper", "title", "abbr", "url", "authors", "institutions");
        var pub = root.message("pub", "where", "year");
        Integer year = pub.number("year");
        String path = options.path();
        var fields = new PaperFields(
                paper.text("title", null),
                paper.text("abbr", null),
                authors(paper),
                distinct("/institutions", paper.texts("institutions")),
                pub.text("where", WHERE),
                year == null || year == 0 ? null : year,
                null,
                List.of(),
                links(paper, year == null ? 0 : year),
                keywords(),
                resolved(root.message("cover", "url").text("url", null), year == null ? 0 : year),
                baselines(),
                null,
                path);
        return new PaperEntry(
                root.line(),
                fields,
                Source.Kind.RECORD,
                path == null ? null : "path:" + path,
                options.placements(),
                warnings);
    }

    private List<Author> authors(ProtoFields paper) {
        var names = new ArrayList<String>();
        for (String byline : paper.texts("authors")) {
            var taken = Bylines.names(byline);
            if (taken.size() > 1) {
                warnings.add(new Remark("/authors", "Several names in one were taken apart at the commas."));
            }
            names.addAll(taken);
        }
        return distinct("/authors", names).stream().map(Author::named).toList();
    }

    private List<String> distinct(String pointer, List<String> values) {
        var once = new LinkedHashSet<String>();
        for (String value : values) {
            if (!value.isBlank() && !once.add(value)) {
                warnings.add(
                        new Remark(pointer, "%s stands here twice and was taken once.".formatted(Quote.of(value))));
            }
        }
        return List.copyOf(once);
    }

    private List<Link> links(ProtoFields paper, int year) {
        var links = new ArrayList<Link>();
        add(links, Link.PAPER, null, paper.text("url", null));
        var code = root.message("code", "type", "url");
        add(links, Link.CODE, code.text("type", CODE_TYPE), code.text("url", null));
        // An absent note message means the file that every note has; an explicit empty one means that there is none.
        var note = root.message("note", "url");
        add(links, Link.NOTE, null, resolved(root.has("note") ? note.text("url", null) : NOTE, year));
        return List.copyOf(links);
    }

    private static void add(List<Link> links, String rel, @Nullable String label, @Nullable String url) {
        if (url != null) {
            links.add(new Link(rel, label, url));
        }
    }

    /** The first of three places below {@code notes/} where the archive holds the file, else the address as it is. */
    private @Nullable String resolved(@Nullable String url, int year) {
        if (url == null) {
            return null;
        }
        String path = options.path() == null ? "" : options.path();
        String stem = path.substring(path.lastIndexOf('/') + 1).replace(".prototxt", "");
        for (String place : List.of("notes/", "notes/%d/".formatted(year), "notes/%d/%s/".formatted(year, stem))) {
            if (options.files().hold(place + url)) {
                return "./" + place + url;
            }
        }
        return url;
    }

    private List<String> keywords() {
        var words = new ArrayList<String>();
        for (String word : root.message("keyword", "words").texts("words")) {
            String name = KeywordNumbers.name(word);
            if (name == null) {
                warnings.add(new Remark(
                        "/keywords", "No keyword is known by the number %s; it was kept.".formatted(Quote.of(word))));
            }
            words.add(name == null ? word : name);
        }
        words.removeIf(NONE::equalsIgnoreCase);
        return distinct("/keywords", words);
    }

    private List<String> baselines() {
        var methods = root.message("baseline", "methods").texts("methods").stream()
                .filter(method -> !method.strip().toLowerCase(Locale.ROOT).equals(NONE))
                .toList();
        return distinct("/baselines", methods);
    }
}
