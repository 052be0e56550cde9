package io.paperpress.common.formats;

import io.paperpress.common.events.PaperFields;
import java.util.Set;
import java.util.regex.Pattern;

/** What kind of place a paper stands in, as far as its name tells. */
enum Venues {
    PREPRINT,
    JOURNAL,
    CONFERENCE;

    private static final Set<String> JOURNALS = Set.of("JMLR", "TMLR", "TACL", "TC");
    private static final Pattern JOURNAL_WORDS =
            Pattern.compile("(?i)\\b(?:journal|transactions|letters|magazine|review|communications)\\b");

    static Venues of(PaperFields paper) {
        String venue = paper.venue();
        if (venue == null || venue.isBlank() || venue.equalsIgnoreCase("arXiv")) {
            return PREPRINT;
        }
        return JOURNALS.contains(venue) || JOURNAL_WORDS.matcher(venue).find() ? JOURNAL : CONFERENCE;
    }
}
