package io.paperpress.catalog.identity.likeness;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which titles hold which groups of letters. Titles near a given one are looked for under its rarest groups first, until
 * what is left could not make up for missing them: the common ones, which stand in every other title, are never walked.
 */
final class TitleIndex {

    /** The share of a title's weight that is walked. */
    private static final double WALKED = 0.5;
    /** The share of it that a near title has at least. */
    private static final double NEAR = 0.35;
    /** The least share that the shorter of two near titles has of the longer's length. */
    private static final double LENGTH = 0.4;
    /** Entries walked at most for one title. */
    private static final int PATIENCE = 300_000;

    private static final int MOST = 16;

    private final int[][] postings = new int[Grams.BOUND][];
    private final int[] sizes = new int[Grams.BOUND];
    private int[] owners = new int[1 << 10];
    private short[] lengths = new short[1 << 10];
    private float[] weights = new float[1 << 10];
    private int[] touched = new int[1 << 10];
    private int titles;

    void add(int[] grams, int owner) {
        if (titles == owners.length) {
            int length = titles + (titles >> 1);
            owners = Arrays.copyOf(owners, length);
            lengths = Arrays.copyOf(lengths, length);
            weights = new float[length];
            touched = new int[length];
        }
        owners[titles] = owner;
        lengths[titles] = (short) grams.length;
        for (int gram : grams) {
            post(gram, titles);
        }
        titles++;
    }

    private void post(int gram, int title) {
        int[] known = postings[gram];
        int size = sizes[gram]++;
        if (known == null) {
            known = new int[2];
        } else if (size == known.length) {
            known = Arrays.copyOf(known, size + (size >> 1) + 1);
        }
        known[size] = title;
        postings[gram] = known;
    }

    /** Adds the owners of the nearest titles. */
    void near(int[] grams, Collection<Integer> found) {
        int[] rarestFirst = IntStream.of(grams)
                .filter(gram -> sizes[gram] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(gram -> sizes[gram]))
                .mapToInt(Integer::intValue)
                .toArray();
        double all = IntStream.of(rarestFirst).mapToDouble(this::weight).sum();
        double walked = 0;
        int patience = PATIENCE;
        int count = 0;
        for (int gram : rarestFirst) {
            if (walked >= WALKED * all || sizes[gram] > patience) {
                break;
            }
            count = walk(gram, count);
            walked += weight(gram);
            patience -= sizes[gram];
        }
        choose(count, walked, grams.length, found);
    }

    private int walk(int gram, int before) {
        int count = before;
        float weight = weight(gram);
        int[] titlesHere = postings[gram];
        for (int i = 0; i < sizes[gram]; i++) {
            int title = titlesHere[i];
            if (weights[title] == 0) {
                touched[count++] = title;
            }
            weights[title] += weight;
        }
        return count;
    }

    private void choose(int count, double walked, int length, Collection<Integer> found) {
        int[] best = new int[MOST];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int title = touched[i];
            if (weights[title] >= NEAR * walked && isAsLong(length, lengths[title])) {
                kept = insert(best, kept, title);
            }
        }
        for (int i = 0; i < kept; i++) {
            found.add(owners[best[i]]);
        }
        for (int i = 0; i < count; i++) {
            weights[touched[i]] = 0;
        }
    }

    private static boolean isAsLong(int one, int other) {
        return Math.min(one, other) >= LENGTH * Math.max(one, other);
    }

    /** Among the best so far, heaviest first. */
    private int insert(int[] best, int kept, int title) {
        int place = kept;
        while (place > 0 && weights[best[place - 1]] < weights[title]) {
            place--;
        }
        if (place == MOST) {
            return kept;
        }
        System.arraycopy(best, place, best, place + 1, Math.min(kept, MOST - 1) - place);
        best[place] = title;
        return Math.min(kept + 1, MOST);
    }

    private float weight(int gram) {
        return (float) Math.log(1 + (double) titles / sizes[gram]);
    }
}
