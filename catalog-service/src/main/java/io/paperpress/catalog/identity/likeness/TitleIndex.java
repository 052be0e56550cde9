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
    private static final double NEAR = 0.3;
    /** The least share that the shorter of two near titles has of the longer's length. */
    private static final double LENGTH = 0.4;
    /** Entries walked at most for one title. */
    private static final int PATIENCE = 40_000;

    private static final int MOST = 8;

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
        IntStream.of(touched)
                .limit(count)
                .filter(title -> weights[title] >= NEAR * walked)
                .filter(title -> Math.min(length, lengths[title]) >= LENGTH * Math.max(length, lengths[title]))
                .boxed()
                .sorted(Comparator.comparingDouble(title -> -weights[title]))
                .limit(MOST)
                .forEach(title -> found.add(owners[title]));
        for (int i = 0; i < count; i++) {
            weights[touched[i]] = 0;
        }
    }

    private float weight(int gram) {
        return (float) Math.log(1 + (double) titles / sizes[gram]);
    }
}
