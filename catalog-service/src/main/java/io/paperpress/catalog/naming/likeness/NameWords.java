package io.paperpress.catalog.naming.likeness;

import io.paperpress.common.identity.NameFold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words of names in plain form; what short ones stand for is read from a dictionary that can be edited. */
public final class NameWords {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern APOSTROPHE = Pattern.compile("['.]");

    /** Stand in names without telling one from another. */
    private static final Set<String> SMALL =
            Set.of("of", "the", "and", "at", "in", "for", "de", "da", "do", "di", "la", "und", "fur", "et");

    /** End the names of companies. */
    private static final Set<String> COMPANY = Set.of(
            "inc",
            "corp",
            "corporation",
            "ltd",
            "limited",
            "llc",
            "gmbh",
            "co",
            "company",
            "holdings",
            "platforms",
            "technologies");

    private final Map<String, List<String>> longForms;

    private NameWords(Map<String, List<String>> longForms) {
        this.longForms = Map.copyOf(longForms);
    }

    /** @param lines {@code short = long}, and comments that begin with a number sign */
    public static NameWords of(Stream<String> lines) {
        var longForms = new HashMap<String, List<String>>();
        lines.filter(line -> !line.startsWith("#") && line.contains("=")).forEach(line -> {
            int at = line.indexOf('=');
            longForms.put(
                    line.substring(0, at).strip(),
                    List.of(line.substring(at + 1).strip().split(" ")));
        });
        return new NameWords(longForms);
    }

    /** Folded words with single blanks, without punctuation. */
    static String plain(String name) {
        String folded = APOSTROPHE.matcher(NameFold.of(name)).replaceAll("");
        return NO_WORD.matcher(folded).replaceAll(" ").strip();
    }

    /** The words in full, without a leading article and what ends the names of companies. */
    List<String> words(String name) {
        var words = new ArrayList<String>();
        for (String part : name.split(",")) {
            var of = new ArrayList<>(List.of(plain(part).split(" ")));
            while (of.size() > 1 && COMPANY.contains(of.getLast())) {
                of.removeLast();
            }
            of.forEach(word -> words.addAll(longForms.getOrDefault(word, List.of(word))));
        }
        words.remove("");
        if (words.size() > 1 && words.getFirst().equals("the")) {
            words.removeFirst();
        }
        return words;
    }

    /** All words in one. */
    String squeezed(String name) {
        return String.join("", words(name));
    }

    /** The words that tell names apart. */
    List<String> telling(String name) {
        return words(name).stream().filter(word -> !SMALL.contains(word)).toList();
    }

    /** What a short name made of the words could be: with small words and without them. */
    Set<String> initials(String name) {
        var with = new StringBuilder();
        var without = new StringBuilder();
        for (String word : NO_WORD.split(name)) {
            String plain = plain(word);
            if (plain.isEmpty() || (plain.equals("the") && with.isEmpty())) {
                continue;
            }
            // an abbreviation keeps its letters: University of AI is UAI
            boolean isShort = word.length() > 1 && word.length() < 5 && word.equals(word.toUpperCase(Locale.ROOT));
            String letters = isShort ? plain : plain.substring(0, 1);
            with.append(letters);
            without.append(SMALL.contains(plain) ? "" : letters);
        }
        return new HashSet<>(List.of(with.toString(), without.toString()));
    }
}
