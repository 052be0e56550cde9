package io.paperpress.catalog.list;

import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What stands on a reading list.
 *
 * @param entries entries above the first section
 * @param sections sections in order, empty ones too
 */
public record Tree(List<ListEntry> entries, List<ListSection> sections) {

    public static final Tree EMPTY = new Tree(List.of(), List.of());

    public Tree {
        entries = List.copyOf(entries);
        sections = List.copyOf(sections);
    }

    /** Every entry, in reading order. */
    public Stream<ListEntry> allEntries() {
        return Stream.concat(
                entries.stream(),
                sections.stream().flatMap(section -> ofSection(section).allEntries()));
    }

    /** Every item, in reading order. */
    public Stream<ListItem> allItems() {
        return allEntries().flatMap(entry -> entry.items().stream());
    }

    /** The same tree with other items. */
    public Tree withItems(UnaryOperator<ListItem> change) {
        return new Tree(
                entries.stream()
                        .map(entry -> new ListEntry(
                                entry.label(),
                                entry.citation(),
                                entry.items().stream().map(change).toList()))
                        .toList(),
                sections.stream()
                        .map(section ->
                                named(section.title(), ofSection(section).withItems(change)))
                        .toList());
    }

    /** As readers find it: with what stands in the place of papers that are not listed any more. */
    public Tree now(Successors successors) {
        return successors.places().isEmpty() ? this : withItems(item -> now(item, successors));
    }

    private static ListItem now(ListItem item, Successors successors) {
        return new ListItem(item.submissionId(), successors.of(item.paperId()), item.citation(), item.link());
    }

    /**
     * The same to readers, with the ids that another tree gave the same items: a merge that is undone after somebody
     * edited a list is undone there too.
     */
    Tree keepingIdsOf(Tree other, Successors successors) {
        var given = new HashMap<ListItem, ListItem>();
        other.allItems()
                .filter(item -> !Objects.equals(item.paperId(), successors.of(item.paperId())))
                .forEach(item -> {
                    var shown = now(item, successors);
                    given.putIfAbsent(shown, item);
                    if (isTelling(shown)) {
                        given.putIfAbsent(anonymous(shown), item);
                    }
                });
        if (given.isEmpty()) {
            return this;
        }
        return withItems(item -> {
            var shown = now(item, successors);
            var known = given.getOrDefault(shown, given.get(anonymous(shown)));
            return known == null
                    ? item
                    : new ListItem(item.submissionId(), known.paperId(), item.citation(), item.link());
        });
    }

    /** Whether it can be told from others without the submission it came with. */
    private static boolean isTelling(ListItem item) {
        return item.paperId() != null || item.citation() != null || item.link() != null;
    }

    private static ListItem anonymous(ListItem item) {
        return new ListItem(null, item.paperId(), item.citation(), item.link());
    }

    /** Whether both say the same, whichever submissions it came with. */
    boolean saysTheSameAs(Tree other) {
        return withoutSubmissions().equals(other.withoutSubmissions());
    }

    private Tree withoutSubmissions() {
        return withItems(Tree::anonymous);
    }

    /** With one more entry at the end of a section, which is made where it is missing; outer titles first. */
    Tree plus(ListEntry entry, List<String> path, Successors successors) {
        if (path.isEmpty()) {
            return holds(entry, successors)
                    ? this
                    : new Tree(Stream.concat(entries.stream(), Stream.of(entry)).toList(), sections);
        }
        var grown = new ArrayList<>(sections);
        int at = indexOf(path.getFirst());
        var section = at < 0 ? EMPTY : ofSection(sections.get(at));
        var changed = named(path.getFirst(), section.plus(entry, path.subList(1, path.size()), successors));
        if (at < 0) {
            grown.add(changed);
        } else {
            grown.set(at, changed);
        }
        return new Tree(entries, grown);
    }

    /** Whether one of this section's own entries lists the same papers under the same label. */
    private boolean holds(ListEntry entry, Successors successors) {
        return entries.stream()
                .anyMatch(known -> known.label().equals(entry.label())
                        && papers(known, successors).equals(papers(entry, successors)));
    }

    private static List<String> papers(ListEntry entry, Successors successors) {
        return entry.items().stream()
                .map(item -> String.valueOf(successors.of(item.paperId())))
                .toList();
    }

    private int indexOf(String title) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).title().equals(title)) {
                return i;
            }
        }
        return -1;
    }

    private static Tree ofSection(ListSection section) {
        return new Tree(section.entries(), section.sections());
    }

    private static ListSection named(String title, Tree tree) {
        return new ListSection(title, tree.entries, tree.sections);
    }
}
