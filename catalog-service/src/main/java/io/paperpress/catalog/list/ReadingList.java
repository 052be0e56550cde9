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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reading list, at one revision.
 *
 * @param revision 1 for a new list, then rising by one; 0 before it is first kept
 * @param submissionId the submission that made this revision
 * @param submittedAt when the tree was last submitted as a whole; {@code null} where that never happened
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

    /** The list as an event tells it. */
    public ListCatalogued catalogued() {
        return new ListCatalogued(slug, revision, revisedAt, submissionId, title, tree.entries(), tree.sections());
    }

    /** The state that a whole submitted page gives it; the revision is not counted up yet. */
    public ReadingList replacedBy(ListSubmitted page, UnaryOperator<ListItem> resolved) {
        return new ReadingList(
                slug,
                revision,
                revisedAt,
                page.submissionId(),
                page.submittedAt(),
                Objects.requireNonNullElse(page.title(), title),
                new Tree(page.entries(), page.sections()).withItems(resolved));
    }

    /** With a paper at its place, where it does not stand there already; the revision is not counted up yet. */
    public ReadingList placing(String paperId, PaperFields shown, Placement placement, String by) {
        String name = Objects.requireNonNullElse(shown.shortName(), String.valueOf(shown.title()));
        var entry = new ListEntry(
                Objects.requireNonNullElse(placement.label(), name),
                null,
                List.of(new ListItem(by, paperId, null, null)));
        var placed = tree.plus(entry, placement.section());
        return placed.saysTheSameAs(tree)
                ? this
                : new ReadingList(slug, revision, revisedAt, by, submittedAt, title, placed);
    }

    /** Whether a reader could tell the two apart. */
    public boolean saysTheSameAs(ReadingList other) {
        return title.equals(other.title) && tree.saysTheSameAs(other.tree);
    }

    /** This state as the next revision. */
    public ReadingList revised(Instant at) {
        return new ReadingList(slug, revision + 1, at, submissionId, submittedAt, title, tree);
    }
}
