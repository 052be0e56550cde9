package io.paperpress.search.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Other ways to write what a text says: "Flash Attention 2" also as flashattention, attention2 and flashattention2,
 * FlashAttention also as flash and attention.
 */
public final class Variants {

    private Variants() {}

    /** For short texts, such as titles, where any two neighbours may be written as one. */
    public static Set<String> ofTitle(String title) {
        List<Word> words = Words.of(title);
        var variants = ofText(words);
        for (int i = 1; i < words.size(); i++) {
            String pair = words.get(i - 1).form() + words.get(i).form();
            variants.add(pair);
            if (i + 1 < words.size() && isNumber(words.get(i + 1).form())) {
                variants.add(pair + words.get(i + 1).form());
            }
        }
        return variants;
    }

    /** For long texts, where only what is already tied by a hyphen or by case is a compound. */
    public static Set<String> ofText(String text) {
        return ofText(Words.of(text));
    }

    private static Set<String> ofText(List<Word> words) {
        var variants = new LinkedHashSet<String>();
        var compound = new StringBuilder();
        for (Word word : words) {
            variants.addAll(word.parts());
            if (!word.tight()) {
                compound.setLength(0);
            }
            boolean tied = !compound.isEmpty();
            compound.append(word.form());
            if (tied) {
                variants.add(compound.toString());
            }
        }
        return variants;
    }

    private static boolean isNumber(String form) {
        return form.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }
}
