package io.paperpress.render.model;

import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A reading list with an anchor for every section and entry.
 *
 * @param entries above the first section
 */
public record ListOutline(String slug, String title, List<Entry> entries, List<Section> sections) {

    /** An entry with the name it can be linked by. */
    public record Entry(String anchor, ListEntry entry) {}

    /** A section with the name it can be linked by. */
    public record Section(String anchor, String title, int depth, List<Entry> entries, List<Section> sections) {}

    /** Where a paper stands. */
    public record Standing(String anchor, String paperId, String label, String section) {}

    public static ListOutline of(ListCatalogued list) {
        var anchors = new Anchors();
        var entries = entries(list.entries(), anchors);
        return new ListOutline(list.slug(), list.title(), entries, sections(list.sections(), 2, anchors));
    }

    /** Every place on the list that names a paper, in order. */
    public Set<Standing> standings() {
        var standings = new LinkedHashSet<Standing>();
        collect(entries, "", standings);
        sections.forEach(section -> collect(section, standings));
        return standings;
    }

    private static void collect(Section section, Set<Standing> standings) {
        collect(section.entries(), section.title(), standings);
        section.sections().forEach(inner -> collect(inner, standings));
    }

    private static void collect(List<Entry> entries, String section, Set<Standing> standings) {
        for (var entry : entries) {
            for (var item : entry.entry().items()) {
                if (item.paperId() != null) {
                    standings.add(new Standing(
                            entry.anchor(), item.paperId(), entry.entry().label(), section));
                }
            }
        }
    }

    private static List<Section> sections(List<ListSection> sections, int depth, Anchors anchors) {
        var outlined = new ArrayList<Section>();
        for (var section : sections) {
            var anchor = anchors.next(section.title());
            outlined.add(new Section(
                    anchor,
                    section.title(),
                    depth,
                    entries(section.entries(), anchors),
                    sections(section.sections(), depth + 1, anchors)));
        }
        return outlined;
    }

    private static List<Entry> entries(List<ListEntry> entries, Anchors anchors) {
        return entries.stream()
                .map(entry -> new Entry(anchors.next(entry.label()), entry))
                .toList();
    }

    /** Gives every heading and label a name of its own on the page. */
    private static final class Anchors {

        private final Map<String, Integer> used = new HashMap<>();

        String next(String text) {
            var slug = Slugs.of(text);
            var times = used.merge(slug, 1, Integer::sum);
            return times == 1 ? slug : next(slug + "-" + times);
        }
    }
}
