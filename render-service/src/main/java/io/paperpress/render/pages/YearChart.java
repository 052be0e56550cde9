package io.paperpress.render.pages;

import io.paperpress.render.model.ModelReader.YearCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Papers by year as bars; the template only draws them.
 *
 * @param bars oldest first, years without papers included
 */
public record YearChart(List<Bar> bars) {

    static final int BAR = 31;
    static final int GAP = 6;
    static final int HEIGHT = 60;
    private static final int MOST_BARS = 10;
    private static final int LABELS = 18;

    /**
     * One bar, in units of the drawing.
     *
     * @param label below it
     * @param year whose page it leads to, {@code null} where the bar stands for several
     */
    public record Bar(String label, @Nullable Integer year, long papers, int x, int y, int height) {}

    /** {@code null} where there is nothing to compare. */
    static @Nullable YearChart of(List<YearCount> counts) {
        var known = counts.stream().filter(count -> count.year() != null).toList();
        if (known.size() < 2) {
            return null;
        }
        return new YearChart(bars(known));
    }

    private static List<Bar> bars(List<YearCount> counts) {
        int last = year(counts.getLast());
        int first = Math.max(year(counts.getFirst()), last - MOST_BARS + 1);
        var papers = new long[last - first + 1];
        boolean hasEarlier = false;
        for (var count : counts) {
            hasEarlier |= year(count) < first;
            papers[Math.max(year(count), first) - first] += count.papers();
        }
        long most = Arrays.stream(papers).max().orElse(1);
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < papers.length; i++) {
            int height = (int) Math.ceil((double) papers[i] * HEIGHT / most);
            var isSum = i == 0 && hasEarlier;
            var label = isSum ? "≤" + first : String.valueOf(first + i);
            bars.add(new Bar(
                    label, isSum ? null : first + i, papers[i], i * (BAR + GAP), LABELS + HEIGHT - height, height));
        }
        return bars;
    }

    private static int year(YearCount count) {
        var year = count.year();
        return year == null ? 0 : year;
    }

    public int width() {
        return bars.size() * (BAR + GAP) - GAP;
    }

    public int height() {
        return LABELS + HEIGHT + LABELS;
    }

    public int barWidth() {
        return BAR;
    }

    public int base() {
        return LABELS + HEIGHT;
    }

    /** What the picture says, in words. */
    public String words() {
        var words = new ArrayList<String>();
        bars.stream().filter(bar -> bar.papers() > 0).forEach(bar -> words.add(bar.label() + ": " + bar.papers()));
        return "Papers by year: " + String.join(", ", words);
    }
}
