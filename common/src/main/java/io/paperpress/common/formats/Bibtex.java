package io.paperpress.common.formats;

import static java.util.stream.Collectors.joining;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.text.LatexSource;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** BibTeX, as BibTeX itself, biblatex, JabRef and Zotero read it; text in Unicode. */
final class Bibtex {

    private static final Set<String> SMALL_WORDS = Set.of("a", "an", "the", "on", "of", "in", "for", "to", "and");

    private final Map<String, String> fields = new LinkedHashMap<>();

    private Bibtex() {}

    static String write(String paperId, PaperFields paper) {
        var entry = new Bibtex();
        Venues venue = Venues.of(paper);
        String type = entry.fill(paper, venue);
        return "@%s{%s,\n%s\n}\n"
                .formatted(
                        type,
                        key(paperId, paper),
                        entry.fields.entrySet().stream()
                                .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                                .collect(joining(",\n")));
    }

    private String fill(PaperFields paper, Venues venue) {
        String title = text(paper.title());
        put("title", title == null ? null : "{" + title + "}"); // kept as it is, capitals too
        put(
                "author",
                paper.authors().stream().map(Author::name).map(Bibtex::name).collect(joining(" and ")));
        String type = switch (venue) {
            case PREPRINT -> "misc";
            case JOURNAL -> {
                put("journal", text(paper.venue()));
                yield "article";
            }
            case CONFERENCE -> {
                put("booktitle", text(paper.venue()));
                yield "inproceedings";
            }
        };
        put("year", paper.year() == null ? null : paper.year().toString());
        put("shorttitle", text(paper.shortName()));
        identifiers(paper);
        put("url", String.join(" ", Addresses.of(paper)));
        put("keywords", paper.keywords().stream().map(Bibtex::text).collect(joining(", ")));
        put("abstract", text(paper.abstractText()));
        return type;
    }

    /** An eprint says that the paper stands in its archive: of one whose venue is unknown, the id is only a note. */
    private void identifiers(PaperFields paper) {
        String arxiv = Addresses.identifier(paper, Identifiers.ARXIV).orElse(null);
        if (arxiv != null && paper.venue() == null) {
            put("note", "arXiv:" + arxiv);
        } else if (arxiv != null) {
            put("eprint", arxiv);
            put("archiveprefix", "arXiv");
        } else if (Venues.of(paper) == Venues.PREPRINT) {
            put("howpublished", text(paper.venue()));
        }
        put("doi", text(Addresses.identifier(paper, Identifiers.DOI).orElse(null)));
    }

    private void put(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(field, value);
        }
    }

    /** Braced where its words would be taken for something else than one person's name. */
    private static String name(String name) {
        String latex = String.valueOf(text(name));
        boolean isTakenApart =
                name.contains(",") || name.contains("=") || (" " + name + " ").matches("(?is).*\\sand\\s.*");
        return isTakenApart ? "{" + latex + "}" : latex;
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null ? null : LatexSource.of(value);
    }

    /** First author's family name, year, and the title's first word of weight. */
    static String key(String paperId, PaperFields paper) {
        String author = paper.authors().isEmpty()
                ? ""
                : ascii(NameParts.of(paper.authors().getFirst().name()).family())
                        .replaceAll("[^a-z0-9]", "");
        String year = paper.year() == null ? "" : paper.year().toString();
        for (String word : ascii(paper.title() == null ? "" : paper.title()).split("[^a-z0-9]+")) {
            if (!word.isEmpty() && !SMALL_WORDS.contains(word)) {
                return author + year + word;
            }
        }
        return author + year + paperId;
    }

    private static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
