package io.paperpress.catalog.identity.likeness;

import io.paperpress.catalog.identity.likeness.TitleView.Views;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the works that a work is like without looking at all of them: by the rarest letters of its title, and by bands of
 * the sketch of its abstract. Safe for use by many threads.
 */
public final class LikenessIndex {

    /**
     * A work that may be the same.
     *
     * @param paperId of the other one
     */
    public record Likely(String paperId, Alike alike) {}

    private static final int MOST = 5;
    /** Of the same abstract more are never looked at. */
    private static final int MOST_OF_A_BAND = 20;

    private record Entry(String paperId, Profile profile) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<@Nullable Entry> entries = new ArrayList<>();
    private TitleIndex titles = new TitleIndex();
    private IntLists bands = new IntLists();
    private int dead;

    /** The paper is found by this profile from now on, and by no older one. */
    public synchronized void put(String paperId, Profile profile) {
        Integer known = numbers.get(paperId);
        if (known != null) {
            var entry = entries.get(known);
            if (entry != null && entry.profile().equals(profile)) {
                return;
            }
            bury(known);
        }
        add(new Entry(paperId, profile));
        if (dead > 1_000 && dead > numbers.size() / 4) {
            rebuild();
        }
    }

    /** The paper is not found any more. */
    public synchronized void remove(String paperId) {
        Integer known = numbers.remove(paperId);
        if (known != null) {
            bury(known);
        }
    }

    public synchronized int size() {
        return numbers.size();
    }

    private void bury(int number) {
        entries.set(number, null);
        dead++;
    }

    private void add(Entry entry) {
        int number = entries.size();
        numbers.put(entry.paperId(), number);
        entries.add(entry);
        Likeness.views(entry.profile()).forEach(views -> views.all().forEach(view -> titles.add(view.grams(), number)));
        var sketch = entry.profile().sketch();
        for (int band = 0; sketch != null && band < AbstractSketch.BANDS; band++) {
            bands.add(sketch.key(band), number);
        }
    }

    /** Makes room: what was buried is left behind. */
    private void rebuild() {
        var living = entries.stream().filter(entry -> entry != null).toList();
        numbers.clear();
        entries.clear();
        titles = new TitleIndex();
        bands = new IntLists();
        dead = 0;
        living.forEach(this::add);
    }

    /**
     * The works that are most like one, the likeliest first.
     *
     * @param except ids of papers that are not looked for
     */
    public List<Likely> like(Profile profile, Set<String> except) {
        var views = Likeness.views(profile);
        return candidates(profile, views).stream()
                .filter(entry -> !except.contains(entry.paperId()))
                .flatMap(entry -> likely(profile, views, entry))
                .sorted(Comparator.comparingDouble(
                                (Likely likely) -> -likely.alike().score())
                        .thenComparing(Likely::paperId))
                .limit(MOST)
                .toList();
    }

    private static Stream<Likely> likely(Profile profile, List<Views> views, Entry entry) {
        return Likeness.of(profile, views, entry.profile()).map(alike -> new Likely(entry.paperId(), alike)).stream();
    }

    private synchronized List<Entry> candidates(Profile profile, List<Views> views) {
        var found = new LinkedHashSet<Integer>();
        for (Views title : views) {
            for (TitleView view : title.all()) {
                titles.near(view.grams(), found);
            }
        }
        var sketch = profile.sketch();
        for (int band = 0; sketch != null && band < AbstractSketch.BANDS; band++) {
            Arrays.stream(bands.firsts(sketch.key(band), MOST_OF_A_BAND)).forEach(found::add);
        }
        return found.stream()
                .flatMap(number -> Stream.ofNullable(entries.get(number)))
                .toList();
    }
}
