package io.paperpress.search.words;

import java.util.ArrayList;
import java.util.List;

/** What a compound is made of: FlexPrefill of "flex" and "prefill", Qwen2 of "qwen" and "2". */
final class Parts {

    private Parts() {}

    /** @return folded parts that mean something of their own; empty for a simple word, and for one such as H2O */
    static List<String> of(String word) {
        List<String> parts = split(word);
        boolean telling = parts.stream().anyMatch(part -> part.length() > 1 && !isNumber(part));
        if (parts.size() < 2 || !telling) {
            return List.of();
        }
        return parts.stream()
                .filter(part -> part.length() > 1 || isNumber(part))
                .map(part -> Plurals.singular(Folding.fold(part)))
                .toList();
    }

    private static List<String> split(String word) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int i = 1; i < word.length(); i++) {
            if (isBorder(word, i)) {
                parts.add(word.substring(start, i));
                start = i;
            }
        }
        parts.add(word.substring(start));
        return parts;
    }

    private static boolean isBorder(String word, int i) {
        char before = word.charAt(i - 1);
        char here = word.charAt(i);
        if (isNumeric(before) != isNumeric(here)) {
            return true;
        }
        boolean hump = Character.isUpperCase(here) && Character.isLowerCase(before);
        boolean newWord = Character.isUpperCase(here)
                && Character.isUpperCase(before)
                && i + 1 < word.length()
                && Character.isLowerCase(word.charAt(i + 1))
                && !isPlural(word, i + 1);
        return hump || newWord;
    }

    /** The s of "LLMs". */
    private static boolean isPlural(String word, int i) {
        return word.charAt(i) == 's' && (i + 1 == word.length() || !Character.isLetter(word.charAt(i + 1)));
    }

    private static boolean isNumber(String part) {
        return part.chars().allMatch(Parts::isNumeric);
    }

    private static boolean isNumeric(int c) {
        return c == '.' || Character.isDigit(c);
    }
}
