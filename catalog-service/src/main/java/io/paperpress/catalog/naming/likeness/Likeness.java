package io.paperpress.catalog.naming.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two names that may mean the same.
 *
 * @param name which would be shown no more
 * @param canonical which would be shown in its place: the one that more papers have, the longer of two
 * @param score how much speaks for it, from 0 to 1
 * @param reasons what does, a sentence each
 */
public record Likeness(NameUse name, NameUse canonical, double score, List<String> reasons) {

    private static final Comparator<NameUse> BETTER = Comparator.comparingLong(NameUse::papers)
            .thenComparing(use -> use.name().length())
            .thenComparing(NameUse::name);

    public Likeness {
        reasons = List.copyOf(reasons);
    }

    static Likeness of(NameUse one, NameUse other, double score, String reason) {
        boolean first = BETTER.compare(one, other) < 0;
        return new Likeness(first ? one : other, first ? other : one, score, List.of(reason));
    }

    /** The same with more that speaks for it. */
    public Likeness and(double more, String reason) {
        var all = new ArrayList<>(reasons);
        all.add(reason);
        return new Likeness(name, canonical, Math.min(0.99, score + more), all);
    }

    /** The better of two that name the same two. */
    static Likeness either(Likeness one, Likeness other) {
        return one.score() >= other.score() ? one : other;
    }
}
