package io.paperpress.catalog.naming.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Pairs of names as they are found, each pair once. */
final class Likenesses {

    private record Pair(String one, String other) {}

    /** From this score on, what is like one name of a cluster is as good as like its best. */
    private static final double SURE = 0.8;

    private final Map<Pair, Likeness> found = new LinkedHashMap<>();

    void add(NameUse one, NameUse other, double score, String reason) {
        boolean isInOrder = one.name().compareTo(other.name()) < 0;
        if (!one.name().equals(other.name())) {
            found.merge(
                    isInOrder ? new Pair(one.name(), other.name()) : new Pair(other.name(), one.name()),
                    Likeness.of(one, other, score, reason),
                    Likeness::either);
        }
    }

    /** Every two of some that have a form in common; of many the first with the others. */
    void addAll(Collection<NameUse> alike, double score, String reason) {
        var best = alike.stream()
                .max(Comparator.comparingLong(NameUse::papers)
                        .thenComparing(use -> use.name().length()));
        best.ifPresent(first -> alike.forEach(other -> add(first, other, score, reason)));
    }

    /** Where it is told which of the two is to be shown, whichever more papers have. */
    void addAs(NameUse name, NameUse canonical, double score, String reason) {
        var like = new Likeness(name, canonical, score, List.of(reason));
        boolean isInOrder = name.name().compareTo(canonical.name()) < 0;
        found.merge(
                isInOrder ? new Pair(name.name(), canonical.name()) : new Pair(canonical.name(), name.name()),
                like,
                Likeness::either);
    }

    /**
     * Best first. Names that are alike beyond doubt are a cluster, of which each is proposed as its best; what is like
     * one of them in another way is proposed as that best too, once.
     */
    List<Likeness> best() {
        var sorted = found.values().stream()
                .sorted(Comparator.comparingDouble(Likeness::score)
                        .reversed()
                        .thenComparing(like -> like.canonical().name())
                        .thenComparing(like -> like.name().name()))
                .toList();
        var best = new HashMap<String, NameUse>();
        sorted.stream().filter(like -> like.score() >= SURE).forEach(like -> join(like, best));
        var proposed = new LinkedHashMap<Pair, Likeness>();
        for (Likeness like : sorted) {
            boolean isSure = like.score() >= SURE;
            // where the canonical one is not its cluster's best, it goes there by a proposal of its own
            for (NameUse name : isSure ? List.of(like.name(), like.canonical()) : List.of(end(like.name(), best))) {
                var canonical = end(like.canonical(), best);
                if (!name.name().equals(canonical.name())) {
                    proposed.merge(
                            new Pair(name.name(), canonical.name()),
                            new Likeness(name, canonical, like.score(), like.reasons()),
                            Likeness::either);
                }
            }
        }
        return new ArrayList<>(proposed.values());
    }

    private static void join(Likeness like, Map<String, NameUse> best) {
        var one = end(like.name(), best);
        var other = end(like.canonical(), best);
        if (!one.name().equals(other.name())) {
            var better = Likeness.of(one, other, 1, "");
            best.put(better.name().name(), better.canonical());
        }
    }

    private static NameUse end(NameUse use, Map<String, NameUse> best) {
        var now = use;
        while (best.containsKey(now.name())) {
            now = Objects.requireNonNull(best.get(now.name()));
        }
        return now;
    }
}
