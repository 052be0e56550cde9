package io.paperpress.catalog.list;

import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reading list, at one revision.
 *
 * @param revision 1 for a new list, then rising by one; 0 before it is first kept
 * @param submissionId the submission that made this revision
 * @param submittedAt when the tree was last submitted as a whole; {@code null} where that never happened
 * @param tree with the papers under the ids they were given, whatever became of those since
 */
public record ReadingList(
        String slug,
        long revision,
        Instant revisedAt,
        String submissionId,
        @Nullable Instant submittedAt,
        String title,
        Tree tree) {

    /** A list that nothing stands on yet. */
    public static ReadingList named(String slug) {
        String title = Arrays.stream(slug.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
        return new ReadingList(slug, 0, Instant.EPOCH, "", null, title, Tree.EMPTY);
    }

    /** The list as an event told it. */
    public static ReadingList of(ListCatalogued state, @Nullable Instant submittedAt) {
        return new ReadingList(
                state.slug(),
                state.revision(),
                state.revisedAt(),
                state.submissionId(),
                submittedAt,
                state.title(),
                new Tree(state.entries(), state.sections()));
    }

    /** The list as an event tells it: papers under the ids by which readers find them now. */
    public ListCatalogued catalogued(Successors successors) {
        var shown = tree.now(successors);
        return new ListCatalogued(slug, revision, revisedAt, submissionId, title, shown.entries(), shown.sections());
    }

    /** The list as readers find it. */
    public ReadingList now(Successors successors) {
        return new ReadingList(slug, revision, revisedAt, submissionId, submittedAt, title, tree.now(successors));
    }

    /** The state that a whole submitted page gives it; the revision is not counted up yet. */
    public ReadingList replacedBy(ListSubmitted page, UnaryOperator<ListItem> resolved, Successors successors) {
        return new ReadingList(
                slug,
                revision,
                revisedAt,
                page.submissionId(),
                page.submittedAt(),
                Objects.requireNonNullElse(page.title(), title),
                new Tree(page.entries(), page.sections()).withItems(resolved).keepingIdsOf(tree, successors));
    }

    /** The state that a maintainer gives it; the revision is not counted up yet. */
    public ReadingList edited(String newTitle, Tree newTree, Successors successors, String by, Instant at) {
        return new ReadingList(slug, revision, revisedAt, by, at, newTitle, newTree.keepingIdsOf(tree, successors));
    }

    /** The same list, said by somebody else; the revision is not counted up yet. */
    public ReadingList saidBy(String by) {
        return new ReadingList(slug, revision, revisedAt, by, submittedAt, title, tree);
    }

    /** With a paper at its place, where it does not stand there already; the revision is not counted up yet. */
    public ReadingList placing(
            String paperId, PaperFields shown, Placement placement, String by, Successors successors) {
        String name = Objects.requireNonNullElse(shown.shortName(), String.valueOf(shown.title()));
        var entry = new ListEntry(
                Objects.requireNonNullElse(placement.label(), name),
                null,
                List.of(new ListItem(by, paperId, null, null)));
        var placed = tree.plus(entry, placement.section(), successors);
        return placed.equals(tree) ? this : new ReadingList(slug, revision, revisedAt, by, submittedAt, title, placed);
    }

    /** Whether no reader could tell the two apart. */
    public boolean saysTheSameAs(ReadingList other, Successors successors) {
        return title.equals(other.title) && tree.now(successors).saysTheSameAs(other.tree.now(successors));
    }

    /** Ids of all papers that stand on it, as they were given. */
    public Set<String> paperIds() {
        return tree.allItems().map(ListItem::paperId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** This state as the next revision. */
    public ReadingList revised(Instant at) {
        return new ReadingList(slug, revision + 1, at, submissionId, submittedAt, title, tree);
    }
}
