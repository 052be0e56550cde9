package io.paperpress.catalog.identity;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** How much two titles look alike: the share of their three-letter groups that both have. */
final class TitleLikeness {

    private static final int GROUP = 3;

    private TitleLikeness() {}

    /** The best of any two fingerprints, from 0 to 1; titles that differ in their numbers are not alike. */
    static double of(Collection<String> titles, Collection<String> others) {
        return titles.stream()
                .flatMap(title -> others.stream().map(other -> of(title, other)))
                .max(Double::compare)
                .orElse(0.0);
    }

    private static double of(String title, String other) {
        if (!numbers(title).equals(numbers(other))) {
            return 0;
        }
        var groups = groups(title);
        var all = new HashSet<>(groups);
        all.addAll(groups(other));
        groups.retainAll(groups(other));
        return all.isEmpty() ? 0 : (double) groups.size() / all.size();
    }

    /** "Qwen2.5-VL Technical Report" is not "Qwen3 Technical Report". */
    private static String numbers(String title) {
        return title.replaceAll("\\D+", " ").strip();
    }

    private static Set<String> groups(String title) {
        return IntStream.rangeClosed(0, title.length() - GROUP)
                .mapToObj(start -> title.substring(start, start + GROUP))
                .collect(toSet());
    }
}
