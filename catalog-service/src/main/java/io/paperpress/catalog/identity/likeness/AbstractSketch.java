package io.paperpress.catalog.identity.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A few numbers that stand for an abstract (MinHash: A. Broder, "On the resemblance and containment of documents", 1997):
 * of two abstracts as large a share of them is equal as the two share groups of three words.
 */
final class AbstractSketch {

    static final int NUMBERS = 24;

    /** Two numbers each: unrelated abstracts almost never agree in both, near ones almost always in one of the pairs. */
    static final int BANDS = NUMBERS / 2;

    private static final int GROUP = 3;

    /** A sentence or less says too little. */
    private static final int FEWEST = 15;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private AbstractSketch() {}

    /** @return {@code null} where there is too little text to go by */
    static @Nullable List<Integer> of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] words = BETWEEN.split(text.toLowerCase(Locale.ROOT).strip());
        if (words.length < FEWEST + GROUP) {
            return null;
        }
        int[] least = new int[NUMBERS];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int i = 0; i + GROUP <= words.length; i++) {
            long group =
                    (words[i].hashCode() * 1_000_003L + words[i + 1].hashCode()) * 1_000_003L + words[i + 2].hashCode();
            for (int n = 0; n < NUMBERS; n++) {
                least[n] = Math.min(least[n], (int) (mixed(group + n * 0x9E3779B97F4A7C15L) >>> 33));
            }
        }
        var sketch = new ArrayList<Integer>(NUMBERS);
        Arrays.stream(least).forEach(sketch::add);
        return List.copyOf(sketch);
    }

    /** The finishing steps of SplitMix64, which spread every bit over all. */
    private static long mixed(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    /** What one band of a sketch is looked up by. */
    static int key(List<Integer> sketch, int band) {
        return (int) mixed(((long) band << 62) ^ ((long) sketch.get(2 * band) << 31) ^ sketch.get(2 * band + 1) ^ band);
    }

    /** How much of their groups of words two abstracts share, about. */
    static double likeness(List<Integer> one, List<Integer> other) {
        int equal = 0;
        for (int i = 0; i < NUMBERS; i++) {
            equal += one.get(i).equals(other.get(i)) ? 1 : 0;
        }
        return (double) equal / NUMBERS;
    }
}
