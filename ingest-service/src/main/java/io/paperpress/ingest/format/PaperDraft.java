package io.paperpress.ingest.format;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import io.paperpress.common.identity.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A paper while a bibliographic record is read: the rules that BibTeX, RIS and CSL-JSON share. Of a field that is given
 * several times, the first value stands. What cannot be used becomes a warning and costs nothing else.
 */
final class PaperDraft {

    private static final int MOST_WARNINGS = 20;
    private static final int LONGEST_IDENTIFIER = 500;

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)[12]\\d{3}(?!\\d)");
    private static final Pattern ARXIV = Pattern.compile("(?i)^(?:arxiv|corr)(?![a-z])");
    private static final Pattern ARXIV_ID = Pattern.compile(
            "(?<!\\d)(?<!\\d\\.)(?:\\d{4}\\.\\d{4,5}|(?<![a-z-])[a-z-]{2,12}(?:\\.[A-Z]{2})?/\\d{7})(?!\\d)");

    private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]$");
    private static final Pattern UNFIT_FOR_ADDRESS = Pattern.compile("[\\s\\p{Cntrl}<>\"\\\\]");

    private final List<Remark> warnings = new ArrayList<>();
    private final Set<Author> authors = new LinkedHashSet<>();
    private final Set<Identifier> identifiers = new LinkedHashSet<>();
    private final Set<Link> links = new LinkedHashSet<>();
    private final Set<String> keywords = new LinkedHashSet<>();
    private @Nullable String title;
    private @Nullable String shortName;
    private @Nullable String venue;
    private @Nullable Integer year;
    private @Nullable String abstractText;

    void title(@Nullable String text) {
        title = title == null ? clean(text) : title;
    }

    /** Tools that have no nickname repeat the title. */
    void shortName(@Nullable String text) {
        String name = clean(text);
        shortName = shortName == null && name != null && !name.equals(title) ? name : shortName;
    }

    void author(@Nullable String name, @Nullable String orcid) {
        String printed = clean(name);
        if (printed == null) {
            return;
        }
        var found = ORCID.matcher(orcid == null || orcid.length() > LONGEST_IDENTIFIER ? "" : orcid.strip());
        if (!authors.add(new Author(printed, found.find() ? found.group() : null))) {
            warn("/authors", "An author stands here twice and was taken once.");
        }
    }

    /** @param text full name of a conference or journal; "arXiv preprint arXiv:2205.14135" is arXiv, and an identifier */
    void venue(@Nullable String text) {
        String name = clean(text);
        if (name == null || venue != null) {
            return;
        }
        boolean isArxiv = ARXIV.matcher(name).find();
        if (isArxiv) {
            arxivIn(name);
        }
        venue = isArxiv ? "arXiv" : name;
    }

    boolean hasVenue() {
        return venue != null;
    }

    boolean isOnArxiv() {
        return "arXiv".equals(venue);
    }

    void year(@Nullable String text) {
        if (text == null || text.isBlank() || year != null) {
            return;
        }
        var found = YEAR.matcher(text);
        if (found.find()) {
            year = Integer.valueOf(found.group());
        } else {
            warn("/year", "No year could be read from %s.".formatted(Quote.of(text.strip())));
        }
    }

    void abstractText(@Nullable String text) {
        abstractText = abstractText == null ? clean(text) : abstractText;
    }

    void keyword(@Nullable String text) {
        String keyword = clean(text);
        if (keyword != null) {
            keywords.add(keyword);
        }
    }

    void doi(@Nullable String text) {
        String doi = clean(text);
        if (doi == null) {
            return;
        }
        recognised("doi:", doi)
                .ifPresentOrElse(
                        identifiers::add,
                        () -> warn("/identifiers/doi", "%s is no DOI and was left out.".formatted(Quote.of(doi))));
    }

    /** An arXiv id that stands somewhere in the text, if one does. */
    void arxivIn(@Nullable String text) {
        if (text == null || text.length() > LONGEST_IDENTIFIER) {
            return;
        }
        var found = ARXIV_ID.matcher(text);
        if (found.find()) {
            recognised("arXiv:", found.group()).ifPresent(identifiers::add);
        }
    }

    /** Whether the text says of itself that it is of arXiv, as in {@code arXiv:2205.14135 [cs]}. */
    static boolean isOfArxiv(@Nullable String text) {
        return text != null && ARXIV.matcher(text.strip()).find();
    }

    void link(@Nullable String address) {
        if (address == null || address.isBlank()) {
            return;
        }
        String url = address.strip();
        if (isWeb(url) && !UNFIT_FOR_ADDRESS.matcher(url).find()) {
            links.add(new Link(Link.PAPER, null, url));
        } else {
            warn("/links", "%s is no web address and was left out.".formatted(Quote.of(url)));
        }
    }

    static boolean isWeb(String url) {
        return url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
    }

    void warn(@Nullable String pointer, String message) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(new Remark(pointer, message));
        }
    }

    PaperEntry entry(int line, ReadOptions options) {
        var paper = new PaperFields(
                title,
                shortName,
                List.copyOf(authors),
                List.of(),
                venue,
                year,
                abstractText,
                List.copyOf(identifiers),
                List.copyOf(links),
                List.copyOf(keywords),
                null,
                List.of(),
                null,
                null);
        return new PaperEntry(line, paper, Source.Kind.RECORD, null, options.placements(), warnings);
    }

    private static Optional<Identifier> recognised(String prefix, String text) {
        return text.length() > LONGEST_IDENTIFIER
                ? Optional.empty()
                : Identifiers.recognise(text)
                        .or(() -> Identifiers.recognise(prefix + text))
                        .filter(found -> found.scheme().equals(Identifiers.DOI)
                                || found.scheme().equals(Identifiers.ARXIV));
    }

    /** Without markup and needless white space; {@code null} where nothing is left. */
    private static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var clean = new StringBuilder(text.length());
        for (String word : MarkupText.read(text).split("\\s+")) {
            clean.append(clean.isEmpty() ? "" : " ").append(word);
        }
        return clean.isEmpty() ? null : clean.toString();
    }
}
