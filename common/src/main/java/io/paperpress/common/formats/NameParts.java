package io.paperpress.common.formats;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name of a byline in the parts that other formats keep apart. Where one part ends and the next begins is a guess; the
 * parts in the order of the byline are always the name itself.
 *
 * @param given {@code null} for a single word, which may be an organisation's name
 * @param family with the particles before it: "van der Maaten"
 * @param suffix "Jr.", "III"
 */
record NameParts(
        @Nullable String given, String family, @Nullable String suffix) {

    private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

    static NameParts of(String name) {
        String[] words = name.strip().split("\\s+");
        int end = words.length;
        String suffix = null;
        if (end > 2 && SUFFIXES.contains(words[end - 1].toLowerCase(Locale.ROOT))) {
            suffix = words[--end];
        }
        int family = end - 1;
        while (family > 1 && startsLower(words[family - 1])) {
            family--;
        }
        return family < 1
                ? new NameParts(null, name.strip(), null)
                : new NameParts(join(words, 0, family), join(words, family, end), suffix);
    }

    /** "Knuth, Donald E."; a comma within a name would be read as one between its parts. */
    String turned() {
        if (given == null) {
            return family;
        }
        return suffix == null ? family + ", " + given : family + ", " + given + ", " + suffix;
    }

    private static boolean startsLower(String word) {
        return Character.isLowerCase(word.codePointAt(0));
    }

    private static String join(String[] words, int from, int to) {
        return String.join(" ", java.util.Arrays.asList(words).subList(from, to));
    }
}
