package io.paperpress.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A venue and a year as lists write them: "ICLR 2024", "NeurIPS'23", "arXiv preprint, 2023.05". */
record Publication(@Nullable String venue, @Nullable Integer year) {

    static final Publication UNKNOWN = new Publication(null, null);

    private static final int LONGEST = 200;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)(?:[./-]\\d{1,2}){0,2}");
    private static final Pattern SHORT_YEAR = Pattern.compile("(?<=\\p{L})\\s?['’]\\s?(\\d\\d)(?!\\d)");
    private static final Pattern FRINGE = Pattern.compile("^[^\\p{L}\\p{N}]+|(?<=[\\p{L}\\p{N})])[^\\p{L}\\p{N})]+$");
    private static final Pattern BADGE = Pattern.compile("badge/(\\d{4})-([^/]{1,100})-[^-/]{1,40}");
    private static final Pattern CONFERENCE =
            Pattern.compile("badge/(?:Conference|Publish|Published|Venue|Paper)-([^/]{2,100})-[^-/]{1,40}");
    private static final Pattern MONTH = Pattern.compile(
            "(?:\\d{1,2}\\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?(?:\\s\\d{1,2})?");
    private static final List<String> AWARDS = List.of("oral", "spotlight", "poster", "best paper", "best paper award");

    static Publication of(String text) {
        if (text.length() > LONGEST) {
            return UNKNOWN;
        }
        var full = YEAR.matcher(text);
        if (full.find()) {
            Integer year = Integer.valueOf(full.group(1));
            return new Publication(venue(text.substring(0, full.start()) + " " + text.substring(full.end())), year);
        }
        var cut = SHORT_YEAR.matcher(text);
        if (cut.find()) {
            int year = Integer.parseInt(cut.group(1));
            return new Publication(venue(text.substring(0, cut.start())), year > 70 ? 1900 + year : 2000 + year);
        }
        return new Publication(venue(text), null);
    }

    /** A badge of the kind that EfficientPaper pages show. */
    static Publication ofBadge(String address) {
        if (address.length() > 500) {
            return UNKNOWN;
        }
        String plain = address.replace("%20", " ").replace("%27", "'").replace('_', ' ');
        var badge = BADGE.matcher(plain);
        var conference = CONFERENCE.matcher(plain);
        return badge.find()
                ? new Publication(badge.group(2), Integer.valueOf(badge.group(1)))
                : conference.find() ? of(conference.group(1)) : UNKNOWN;
    }

    boolean isKnown() {
        return venue != null || year != null;
    }

    Publication or(Publication other) {
        return new Publication(venue == null ? other.venue : venue, year == null ? other.year : year);
    }

    private static @Nullable String venue(String text) {
        String plain = FRINGE.matcher(InlineText.tidy(text.replaceAll("\\(\\s*\\)|\\[\\s*]", " ")))
                .replaceAll("")
                .strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        for (String award : AWARDS) {
            if (lower.endsWith(award)) {
                plain = FRINGE.matcher(plain.substring(0, plain.length() - award.length()))
                        .replaceAll("");
                break;
            }
        }
        if (lower.startsWith("arxiv")) {
            return "arXiv";
        }
        if (plain.equals(lower) || MONTH.matcher(plain).matches()) {
            return null; // names of venues have capitals
        }
        return plain.isEmpty() || plain.indexOf(' ') < 0 && plain.chars().allMatch(Character::isDigit) ? null : plain;
    }
}
