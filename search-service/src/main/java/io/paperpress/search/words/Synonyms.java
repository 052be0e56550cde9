package io.paperpress.search.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words and rows of words that mean the same.
 *
 * <p>They widen the query, not the index, so a change needs no reindexing.
 */
public final class Synonyms {

    /** So that one word does not grow into hundreds. */
    private static final int MOST_ALTERNATIVES = 8;

    public static final Synonyms NONE = new Synonyms(Map.of());

    /**
     * What stands at a place.
     *
     * @param length words it takes
     * @param others what means the same, each as its forms
     */
    public record Match(int length, List<List<String>> others) {}

    private record Meaning(List<String> forms, Set<List<String>> others) {}

    private final Map<String, List<Meaning>> byFirst;

    private Synonyms(Map<String, List<Meaning>> byFirst) {
        this.byFirst = byFirst;
    }

    /** @param groups texts that mean the same */
    public static Synonyms of(Collection<List<String>> groups) {
        var meanings = new HashMap<List<String>, Set<List<String>>>();
        for (List<String> group : groups) {
            List<List<String>> all = group.stream()
                    .map(text -> Words.of(text).stream().map(Word::form).toList())
                    .filter(forms -> !forms.isEmpty())
                    .distinct()
                    .toList();
            for (List<String> forms : all) {
                var others = meanings.computeIfAbsent(forms, key -> new LinkedHashSet<>());
                all.stream().filter(other -> !other.equals(forms)).forEach(others::add);
            }
        }
        var byFirst = new HashMap<String, List<Meaning>>();
        meanings.forEach((forms, others) -> {
            if (!others.isEmpty()) {
                byFirst.computeIfAbsent(forms.getFirst(), key -> new ArrayList<>())
                        .add(new Meaning(forms, others));
            }
        });
        return new Synonyms(byFirst);
    }

    /**
     * One group a line, its texts parted by commas; {@code #} begins a comment.
     */
    public static Synonyms read(String lines) {
        return of(groups(lines));
    }

    /** The groups of such a text. */
    public static List<List<String>> groups(String lines) {
        return lines.lines()
                .map(line -> line.replaceFirst("#.*", ""))
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.strip().split("\\s*,\\s*")))
                .toList();
    }

    /** The longest that begins at {@code start} and ends by {@code end}. */
    public Optional<Match> at(List<String> forms, int start, int end) {
        Meaning longest = null;
        for (Meaning meaning : byFirst.getOrDefault(forms.get(start), List.of())) {
            int length = meaning.forms().size();
            boolean longer = longest == null || length > longest.forms().size();
            if (longer
                    && start + length <= end
                    && forms.subList(start, start + length).equals(meaning.forms())) {
                longest = meaning;
            }
        }
        return Optional.ofNullable(longest)
                .map(found -> new Match(
                        found.forms().size(),
                        found.others().stream().limit(MOST_ALTERNATIVES).toList()));
    }
}
