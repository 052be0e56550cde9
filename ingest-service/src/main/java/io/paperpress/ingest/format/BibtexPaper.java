package io.paperpress.ingest.format;

import io.paperpress.common.text.LatexText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an entry says of a paper, in the fields of BibTeX and of biblatex. */
final class BibtexPaper {

    /** Where it stands: the first of them that is there. */
    private static final List<String> VENUES =
            List.of("booktitle", "journaltitle", "journal", "eventtitle", "school", "institution", "organization");

    private static final Set<String> BOOKS = Set.of("book", "mvbook", "booklet", "proceedings", "collection");

    private final BibtexEntry entry;
    private final Map<String, String> volume;
    private final PaperDraft draft = new PaperDraft();

    private BibtexPaper(BibtexEntry entry, Map<String, String> volume) {
        this.entry = entry;
        this.volume = volume;
    }

    /** @param volume fields of the entry that its crossref names; empty for none */
    static PaperEntry read(BibtexEntry entry, Map<String, String> volume, ReadOptions options) {
        var paper = new BibtexPaper(entry, volume);
        entry.warnings().forEach(warning -> paper.draft.warn(warning.pointer(), warning.message()));
        paper.read();
        return paper.draft.entry(entry.line(), options);
    }

    private void read() {
        draft.title(text(title()));
        draft.shortName(text(entry.field("shorttitle")));
        String authors = entry.field("author");
        if (authors != null) {
            BibtexNames.read(authors).forEach(name -> draft.author(name, null));
        }
        venue();
        year();
        draft.abstractText(text(entry.field("abstract")));
        keywords(entry.field("keywords"));
        keywords(entry.field("keyword"));
        identifiers();
        links();
    }

    private @Nullable String title() {
        String title = entry.field("title");
        String subtitle = entry.field("subtitle");
        return title == null || subtitle == null ? title : title + ": " + subtitle;
    }

    private void venue() {
        for (String name : VENUES) {
            draft.venue(text(own(name)));
        }
        String publisher = own("publisher");
        if (BOOKS.contains(entry.type()) || PaperDraft.isOfArxiv(publisher)) {
            draft.venue(text(publisher));
        }
        if (isEprintOfArxiv()) {
            draft.venue("arXiv");
        }
        String published = entry.field("howpublished");
        if (published != null && address(published) == null) {
            draft.venue(text(published));
        }
    }

    /** A field of the entry, or of its volume, whose title is the title of the book there. */
    private @Nullable String own(String name) {
        String value = entry.field(name);
        if (value == null) {
            value = volume.get(name);
        }
        boolean isTitle = name.equals(entry.type().equals("article") ? "journal" : "booktitle");
        return value == null && isTitle ? volume.get("title") : value;
    }

    private void year() {
        String year = own("year");
        draft.year(text(year == null ? own("date") : year));
    }

    private void keywords(@Nullable String value) {
        String keywords = text(value);
        if (keywords != null) {
            for (String keyword : keywords.split("[,;]")) {
                draft.keyword(keyword);
            }
        }
    }

    private void identifiers() {
        if (entry.field("doi") != null) {
            draft.doi(plain(entry.field("doi")));
        }
        if (isEprintOfArxiv()) {
            draft.arxivIn(plain(entry.field("eprint")));
        }
        for (String name : List.of("arxiv", "arxivid")) {
            draft.arxivIn(plain(entry.field(name)));
        }
        for (String name : List.of("number", "note", "annote")) {
            String value = plain(entry.field(name));
            if (PaperDraft.isOfArxiv(value)) {
                draft.arxivIn(value);
            }
        }
        String volumeNumber = plain(entry.field("volume"));
        if (draft.isOnArxiv() && volumeNumber != null && volumeNumber.startsWith("abs/")) {
            draft.arxivIn(volumeNumber.substring(4)); // as DBLP puts it
        }
    }

    private boolean isEprintOfArxiv() {
        String archive =
                entry.field("archiveprefix") == null ? entry.field("eprinttype") : entry.field("archiveprefix");
        String eprint = entry.field("eprint");
        return eprint != null
                && (archive == null ? PaperDraft.isOfArxiv(eprint) : PaperDraft.isOfArxiv(plain(archive)));
    }

    private void links() {
        String url = plain(entry.field("url"));
        if (url != null) {
            for (String address : url.strip().split("\\s+")) {
                draft.link(address);
            }
        }
        String published = entry.field("howpublished");
        if (published != null && address(published) != null) {
            draft.link(address(published));
        }
    }

    /** The address that a {@code howpublished} holds instead of words. */
    private static @Nullable String address(String value) {
        String plain = LatexText.readEscapes(value).strip();
        return PaperDraft.isWeb(plain) && plain.indexOf(' ') < 0 ? plain : null;
    }

    private static @Nullable String text(@Nullable String latex) {
        return latex == null ? null : LatexText.read(latex);
    }

    /** Of identifiers and addresses, in which a dash is a dash and a tilde a tilde. */
    private static @Nullable String plain(@Nullable String latex) {
        return latex == null
                ? null
                : LatexText.readEscapes(latex).replace("$\\sim$", "~").strip();
    }
}
