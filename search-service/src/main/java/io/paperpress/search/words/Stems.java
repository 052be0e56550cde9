package io.paperpress.search.words;

import java.util.List;

/**
 * Meets the forms that one word takes: prune, pruned, pruning, pruner; sparse, sparsity; quantize, quantization.
 *
 * <p>A coarse rule of endings, so a stem is a second chance that is worth less than the word itself.
 */
public final class Stems {

    /** Longest first; what follows the arrow takes the place of the ending. */
    private static final List<String[]> ENDINGS = List.of(
                    "izational>",
                    "ization>",
                    "isation>",
                    "ational>",
                    "ousness>ous",
                    "iveness>ive",
                    "fulness>ful",
                    "ability>",
                    "ibility>",
                    "ativity>",
                    "ations>",
                    "ators>",
                    "izing>",
                    "ising>",
                    "izers>",
                    "ating>",
                    "ation>",
                    "ative>",
                    "ators>",
                    "ently>ent",
                    "antly>ant",
                    "izer>",
                    "ized>",
                    "ised>",
                    "izes>",
                    "ates>",
                    "ated>",
                    "ator>",
                    "ency>ent",
                    "ance>",
                    "ence>",
                    "ancy>ant",
                    "able>",
                    "ible>",
                    "ment>",
                    "ness>",
                    "ally>",
                    "ivity>",
                    "ions>",
                    "ings>",
                    "ize>",
                    "ise>",
                    "ate>",
                    "ion>",
                    "ing>",
                    "ity>",
                    "ive>",
                    "ies>y",
                    "ers>",
                    "ors>",
                    "ary>",
                    "ed>",
                    "er>",
                    "or>",
                    "ly>",
                    "al>",
                    "ic>",
                    "es>",
                    "e>")
            .stream()
            .map(ending -> ending.split(">", -1))
            .toList();

    private static final int SHORTEST = 3;

    private Stems() {}

    /** @param form a folded word */
    public static String of(String form) {
        if (form.length() <= SHORTEST || !form.chars().allMatch(Stems::isLetter)) {
            return form;
        }
        for (String[] ending : ENDINGS) {
            int left = form.length() - ending[0].length();
            if (left >= SHORTEST && form.endsWith(ending[0]) && hasVowel(form, left)) {
                return undoubled(form.substring(0, left) + ending[1]);
            }
        }
        return form;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean hasVowel(String form, int end) {
        return form.chars().limit(end).anyMatch(c -> "aeiouy".indexOf(c) >= 0);
    }

    /** "overlapp" of overlapping. */
    private static String undoubled(String stem) {
        int n = stem.length();
        boolean doubled =
                n > SHORTEST && stem.charAt(n - 1) == stem.charAt(n - 2) && "lsz".indexOf(stem.charAt(n - 1)) < 0;
        return doubled ? stem.substring(0, n - 1) : stem;
    }
}
