package io.paperpress.ingest.format;

import io.paperpress.common.events.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a formatted reference says, in MLA style as Google Scholar prints it: {@code Last, First, et al. 'Title.' Venue
 * volume (year): pages}. Damaged ones are read as far as they go.
 *
 * @param title {@code null} where none stands in quotes
 * @param authors those named; what {@code et al.} hides is not known
 */
record Citation(
        @Nullable String title,
        List<Author> authors,
        @Nullable String venue,
        @Nullable Integer year) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern OPENING = Pattern.compile("(?:^|(?<=[\\s.,]))['\"‘“]");

    /** Opens after a blank; closes after the sentence, so that the apostrophe of {@code Moore's} does not close it. */
    private static final Pattern QUOTED_SENTENCE =
            Pattern.compile("(?:^|(?<=[\\s.,]))(['\"‘“])(.+?[.?!,])(['\"’”])(?=[\\s.,;]|$)");

    private static final Pattern QUOTED = Pattern.compile("(?:^|(?<=[\\s.,]))(['\"‘“])(.+?)(['\"’”])(?=[\\s.,;]|$)");

    private static final Pattern DAMAGED_TAIL = Pattern.compile("['’]\\s*(?=arXiv preprint|$).*$");
    private static final Pattern BRACES = Pattern.compile("[{}]");
    private static final Pattern ET_AL = Pattern.compile(",?\\s*\\bet al\\b\\.?");
    private static final Pattern ARXIV = Pattern.compile("(?i)^arxiv\\b.*");
    private static final Pattern ACRONYM =
            Pattern.compile("\\(([A-Z][A-Za-z]*[A-Z][A-Za-z]*)(?:\\s*['’]?\\d{2,4})?\\)");
    private static final Pattern VOLUME = Pattern.compile("^(.*?)(?:\\s+[\\d.]+)?\\s*\\((?:19|20)\\d\\d\\).*$");
    private static final Pattern DATED =
            Pattern.compile("^(.*?),\\s+(?:\\d{1,2}\\s+)?(?:[A-Z][a-z]{2,8}\\.?\\s+)?(?:19|20)\\d\\d\\b.*$");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<!\\b(?:Proc|Conf|Int|Symp|Adv|Trans|Natl|Acad|[A-Z]))\\.(?=\\s)|\\.$");

    private static final List<Pattern> YEARS = List.of(
            Pattern.compile("\\(((?:19|20)\\d\\d)\\)"),
            Pattern.compile("(?<=[.,]\\s{1,3}|[A-Z][a-z]{2}\\.?\\s)((?:19|20)\\d\\d)(?=[.,]|\\s*$)"),
            Pattern.compile("(?<![\\w:./-])((?:19|20)\\d\\d)(?![\\w./-]\\w|-)"));

    static Citation read(String printed) {
        String text = BLANKS.matcher(printed).replaceAll(" ");
        var opening = OPENING.matcher(text);
        if (!opening.find()) {
            return new Citation(null, List.of(), null, year(text));
        }
        var quoted = closed(QUOTED_SENTENCE, text, opening.start());
        if (!quoted.hasMatch()) {
            quoted = closed(QUOTED, text, opening.start());
        }
        if (!quoted.hasMatch()) {
            return new Citation(null, List.of(), null, year(text));
        }
        String rest = DAMAGED_TAIL
                .matcher(text.substring(quoted.end()))
                .replaceFirst("")
                .strip();
        return new Citation(
                title(quoted.group(2)), authors(text.substring(0, quoted.start())), venue(rest), year(rest));
    }

    /** A quote that nothing closes is tried once: from the openings behind it nothing would close either. */
    private static Matcher closed(Pattern quote, String text, int opening) {
        var quoted = quote.matcher(text)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .region(opening, text.length());
        quoted.lookingAt();
        return quoted;
    }

    private static String title(String quoted) {
        String title = quoted.strip().replaceFirst("[.,]$", "").strip();
        return title.indexOf('$') >= 0 ? title : BRACES.matcher(title).replaceAll("");
    }

    private static List<Author> authors(String text) {
        String names = ET_AL.matcher(text).replaceAll("").strip().replaceFirst("(?<!\\b[A-Z])\\.$", "");
        var authors = new ArrayList<Author>();
        String[] parts = names.split(",?\\s+and\\s+|,\\s*");
        int next = 0;
        if (parts.length > 1 && names.indexOf(',') >= 0) {
            authors.add(Author.named(parts[1].strip() + " " + parts[0].strip())); // the first is turned round
            next = 2;
        }
        for (; next < parts.length; next++) {
            if (!parts[next].isBlank()) {
                authors.add(Author.named(parts[next].strip()));
            }
        }
        return List.copyOf(authors);
    }

    private static @Nullable String venue(String rest) {
        if (ARXIV.matcher(rest).matches()) {
            return "arXiv";
        }
        var acronym = ACRONYM.matcher(rest);
        if (acronym.find()) {
            return acronym.group(1);
        }
        var volume = VOLUME.matcher(rest);
        var dated = DATED.matcher(rest);
        String venue = volume.matches() ? volume.group(1) : dated.matches() ? dated.group(1) : rest;
        var end = SENTENCE_END.matcher(venue);
        String first = end.find() ? venue.substring(0, end.start()) : venue;
        return first.isBlank() ? null : first.strip();
    }

    private static @Nullable Integer year(String rest) {
        for (Pattern form : YEARS) {
            var found = form.matcher(rest);
            if (found.find()) {
                return Integer.valueOf(found.group(1));
            }
        }
        return null;
    }
}
