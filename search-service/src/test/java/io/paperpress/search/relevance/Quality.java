package io.paperpress.search.relevance;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How good answers are, on average.
 *
 * @param mrr mean reciprocal rank of the first paper that was meant, among the first ten
 * @param ndcg normalised discounted cumulative gain of the first ten, gain 2^grade - 1
 */
record Quality(double mrr, double ndcg) {

    private static final int DEPTH = 10;
    private static final int MEANT = 2;

    static Quality of(Map<String, Integer> grades, List<String> found) {
        double reciprocal = 0;
        double gained = 0;
        for (int i = Math.min(DEPTH, found.size()) - 1; i >= 0; i--) {
            int grade = grades.getOrDefault(found.get(i), 0);
            gained += gain(grade, i);
            if (grade == MEANT) {
                reciprocal = 1.0 / (i + 1);
            }
        }
        var best = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(DEPTH)
                .toList();
        double possible = 0;
        for (int i = 0; i < best.size(); i++) {
            possible += gain(best.get(i), i);
        }
        return new Quality(reciprocal, gained / possible);
    }

    static Quality mean(List<Quality> all) {
        return new Quality(
                all.stream().mapToDouble(Quality::mrr).average().orElseThrow(),
                all.stream().mapToDouble(Quality::ndcg).average().orElseThrow());
    }

    private static double gain(int grade, int place) {
        return ((1 << grade) - 1) / (Math.log(place + 2) / Math.log(2));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "MRR %.3f, nDCG %.3f", mrr, ndcg);
    }
}
