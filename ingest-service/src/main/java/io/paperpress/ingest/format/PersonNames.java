package io.paperpress.ingest.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of people in running text, told from other words by how they are written; in doubt, none. */
final class PersonNames {

    private static final int LONGEST = 5_000;
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*(?:and\\s+|&\\s*)?|\\s+and\\s+|\\s*&\\s*");
    static final Pattern ET_AL = Pattern.compile("(?i)[,\\s]*\\bet\\s+al\\b\\.?");
    private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}.'’-]{0,30}");
    private static final Set<String> PARTICLES =
            Set.of("de", "la", "del", "der", "den", "van", "von", "di", "da", "dos", "el", "al", "bin", "ten", "le");
    private static final Set<String> NO_NAME = Set.of(
            "conference",
            "proceedings",
            "international",
            "journal",
            "workshop",
            "symposium",
            "transactions",
            "university",
            "arxiv",
            "preprint",
            "learning",
            "systems",
            "models",
            "model",
            "neural",
            "attention",
            "language",
            "paper",
            "survey",
            "research",
            "findings",
            "association",
            "advances",
            "institute",
            "lab",
            "labs",
            "inference");

    private PersonNames() {}

    /** The names, where the whole text is a byline; what {@code et al.} hides is not known. */
    static List<String> ofByline(String text) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        String plain = ET_AL.matcher(text).replaceAll("").strip();
        var names = Arrays.stream(SEPARATOR.split(plain))
                .filter(name -> !name.isBlank())
                .toList();
        return names.stream().allMatch(PersonNames::isName) ? names : List.of();
    }

    /** The names at the start of a text that goes on with other things, as in "Ada One, Bob Two, ICLR 2024". */
    static List<String> leading(String text) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (String part : SEPARATOR.split(text)) {
            String name = ET_AL.matcher(part).replaceAll("").strip();
            if (!isName(name)) {
                break;
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static boolean isName(String text) {
        var words = text.strip().split("\\s+");
        if (words.length < 2 || words.length > 5) {
            return false;
        }
        long capitals = Arrays.stream(words)
                .filter(word -> WORD.matcher(word).matches())
                .count();
        return capitals >= 2
                && Arrays.stream(words)
                        .allMatch(word -> !NO_NAME.contains(word.toLowerCase(Locale.ROOT))
                                && (PARTICLES.contains(word)
                                        || WORD.matcher(word).matches()));
    }
}
