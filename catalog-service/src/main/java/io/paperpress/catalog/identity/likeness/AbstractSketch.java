package io.paperpress.catalog.identity.likeness;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A few numbers that stand for an abstract (MinHash: A. Broder, "On the resemblance and containment of documents", 1997):
 * of two abstracts as large a share of them is equal as the two share groups of three words.
 */
public final class AbstractSketch {

    static final int NUMBERS = 24;

    /** Two numbers each: unrelated abstracts almost never agree in both, near ones almost always in one of the pairs. */
    static final int BANDS = NUMBERS / 2;

    private static final int GROUP = 3;

    /** A sentence or less says too little. */
    private static final int FEWEST = 15;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private final int[] numbers;

    /** @param numbers as {@link #numbers()} gave them */
    @JsonCreator
    AbstractSketch(int[] numbers) {
        if (numbers.length != NUMBERS) {
            throw new IllegalArgumentException("A sketch has %d numbers".formatted(NUMBERS));
        }
        this.numbers = numbers.clone();
    }

    @JsonValue
    int[] numbers() {
        return numbers.clone();
    }

    /** @return {@code null} where there is too little text to go by */
    static @Nullable AbstractSketch of(@Nullable String text) {
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
        return new AbstractSketch(least);
    }

    /** The finishing steps of SplitMix64, which spread every bit over all. */
    private static long mixed(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    /** What one band is looked up by. */
    int key(int band) {
        return (int) mixed(((long) band << 62) ^ ((long) numbers[2 * band] << 31) ^ numbers[2 * band + 1] ^ band);
    }

    /** How much of their groups of words two abstracts share, about. */
    double likeness(AbstractSketch other) {
        int equal = 0;
        for (int i = 0; i < NUMBERS; i++) {
            equal += numbers[i] == other.numbers[i] ? 1 : 0;
        }
        return (double) equal / NUMBERS;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AbstractSketch sketch && Arrays.equals(numbers, sketch.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
