package io.paperpress.search.words;

import java.util.Set;

/**
 * Meets plurals with their singulars, and touches nothing else.
 *
 * <p>Names of methods make half of all queries here, so a stemmer that cuts more ("Mixtral", "Sparse" …) would cost
 * more than it finds.
 */
final class Plurals {

    private static final Set<String> NO_PLURALS = Set.of(
            "alias", "always", "atlas", "bias", "canvas", "does", "lens", "series", "species", "this", "whereas");

    private Plurals() {}

    static String singular(String word) {
        int n = word.length();
        if (n < 4
                || word.charAt(n - 1) != 's'
                || NO_PLURALS.contains(word)
                || !Character.isLetter(word.charAt(n - 2))) {
            return word;
        }
        if (word.endsWith("ies")) {
            return n > 4 ? word.substring(0, n - 3) + "y" : word;
        }
        if (word.endsWith("sses") || word.endsWith("xes")) {
            return word.substring(0, n - 2);
        }
        boolean singular = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
        return singular ? word : word.substring(0, n - 1);
    }
}
