package io.paperpress.catalog.identity.likeness;

import java.util.Arrays;
import java.util.List;

/** Groups of three letters of plain titles, as small numbers. */
final class Grams {

    /** Blank, letters, digits and the plus sign. */
    private static final int LETTERS = 38;

    /** No gram is as great. */
    static final int BOUND = LETTERS * LETTERS * LETTERS;

    private Grams() {}

    /** Those of each word, with its beginning and end: the order of the words does not matter. Rising, each once. */
    static int[] ofWords(List<String> words) {
        int[] grams = new int[words.stream().mapToInt(word -> word.length() + 1).sum()];
        int count = 0;
        for (String word : words) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 2 < padded.length(); i++) {
                grams[count++] = at(padded, i);
            }
        }
        return distinct(grams, count);
    }

    /** Those of a text without blanks: "Flash Attention" is "FlashAttention". */
    static int[] ofText(String text) {
        String padded = " " + text + " ";
        int[] grams = new int[Math.max(0, padded.length() - 2)];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = at(padded, i);
        }
        return distinct(grams, grams.length);
    }

    private static int at(String text, int i) {
        return (number(text.charAt(i)) * LETTERS + number(text.charAt(i + 1))) * LETTERS + number(text.charAt(i + 2));
    }

    private static int number(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a' + 1;
        }
        if (letter >= '0' && letter <= '9') {
            return letter - '0' + 27;
        }
        return letter == '+' ? LETTERS - 1 : 0;
    }

    private static int[] distinct(int[] grams, int count) {
        Arrays.sort(grams, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || grams[kept - 1] != grams[i]) {
                grams[kept++] = grams[i];
            }
        }
        return Arrays.copyOf(grams, kept);
    }

    /** The share of all that both have, from 0 to 1. */
    static double shared(int[] one, int[] other) {
        int both = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Integer.compare(one[i], other[j]);
            both += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int all = one.length + other.length - both;
        return all == 0 ? 0 : (double) both / all;
    }
}
