package io.paperpress.render.model;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the pages of one shelf begin. */
public final class Breaks {

    static final int FIRST = 1;

    private final NavigableMap<String, Integer> numbers = new TreeMap<>();

    public Breaks() {
        numbers.put("", FIRST);
    }

    /**
     * One page of the shelf.
     *
     * @param from its least sort key; empty for the first
     * @param before least sort key of the page that follows, {@code null} for the last
     */
    public record Range(int number, String from, @Nullable String before) {}

    void add(String firstKey, int number) {
        numbers.put(firstKey, number);
    }

    void remove(String firstKey) {
        numbers.remove(firstKey);
    }

    int nextNumber() {
        return numbers.values().stream().mapToInt(Integer::intValue).max().orElse(FIRST) + 1;
    }

    public boolean isLong() {
        return numbers.size() > 1;
    }

    /** The page on which a sort key stands. */
    Range of(String sortKey) {
        return range(numbers.floorKey(sortKey));
    }

    /** All pages in reading order. */
    public List<Range> ranges() {
        return numbers.keySet().stream().map(this::range).toList();
    }

    /** A page and those that link to it as their next or previous. */
    List<Integer> around(Range page) {
        var around = new ArrayList<Integer>();
        var before = numbers.lowerEntry(page.from());
        var after = numbers.higherEntry(page.from());
        if (before != null) {
            around.add(before.getValue());
        }
        around.add(page.number());
        if (after != null) {
            around.add(after.getValue());
        }
        return around;
    }

    private Range range(String from) {
        var next = numbers.higherKey(from);
        return new Range(numbers.getOrDefault(from, FIRST), from, next);
    }
}
