package io.paperpress.catalog.identity.likeness;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of people in plain letters, so that two can be compared quickly, in other alphabets and without accents too. */
final class People {

    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN = Pattern.compile("[^\\p{ASCII}]");
    private static final Pattern UMLAUT = Pattern.compile("(?<=[aou])e");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");

    private People() {}

    /** Words with one blank between them. */
    static String plain(String name) {
        String letters = MARKS.matcher(DECOMPOSE.normalize(name)).replaceAll("").toLowerCase(Locale.ROOT);
        String latin = FOREIGN.matcher(letters).find() ? Latin.TRANSLITERATOR.transliterate(letters) : letters;
        return BETWEEN.matcher(UMLAUT.matcher(latin.toLowerCase(Locale.ROOT)).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Whether two plain names may be one person's: one holds the other's family name. */
    static boolean mayBeOne(String one, String other) {
        var words = words(one);
        var others = words(other);
        return words.contains(family(others)) || others.contains(family(words));
    }

    private static List<String> words(String name) {
        return Arrays.asList(name.split(" "));
    }

    private static String family(List<String> words) {
        String last = words.getLast();
        return words.size() > 1 && SUFFIXES.contains(last) ? words.get(words.size() - 2) : last;
    }

    /** Slow to make, and seldom needed. */
    private static final class Latin {
        static final Transliterator TRANSLITERATOR = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
