package io.paperpress.render.publish;

import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.render.model.PaperChange;
import io.paperpress.render.model.PaperChanges;
import io.paperpress.render.model.PaperRemoval;
import io.paperpress.render.model.Papers;
import io.paperpress.render.model.ReadingLists;
import io.paperpress.render.pages.Books;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes catalogued papers in: their state, the pages they touch and the word that is owed for them, all in one
 * transaction; {@link Publishing} does the rest, also after a crash.
 *
 * <p>{@code PaperPublished} is told when the HTML pages of a revision are live. The whole-catalogue Markdown pages
 * follow within seconds: they cost as much as the catalogue is large, and are written less often the longer they take.
 */
@Component
public class PaperRenderer implements EventHandler<PaperEvent> {

    private final WritingTransaction writing;
    private final Papers papers;
    private final ReadingLists lists;
    private final Books books;
    private final DirtyPages dirtyPages;
    private final Untold untold;
    private final Publishing publishing;

    PaperRenderer(
            WritingTransaction writing,
            Papers papers,
            ReadingLists lists,
            Books books,
            DirtyPages dirtyPages,
            Untold untold,
            Publishing publishing) {
        this.writing = writing;
        this.papers = papers;
        this.lists = lists;
        this.books = books;
        this.dirtyPages = dirtyPages;
        this.untold = untold;
        this.publishing = publishing;
    }

    @Override
    public void handle(List<Delivery<PaperEvent>> batch) {
        var events = batch.stream().map(Delivery::event).toList();
        writing.run(() -> store(events));
        publishing.wake();
    }

    private void store(List<PaperEvent> events) {
        var changes = papers.store(events);
        if (changes.isEmpty()) {
            return;
        }
        var change = writing.nextChange();
        books.replace(changes.papers().stream()
                .filter(Books::differ)
                .map(paper -> paper.after().state())
                .toList());
        books.remove(changes.removals().stream()
                .map(removal -> removal.after().paperId())
                .toList());
        dirtyPages.mark(TouchedPages.by(changes, listsShowing(changes)), change);
        untold.add(told(events, changes).stream()
                .map(event -> Untold.Revision.of(event, change))
                .toList());
    }

    /** The newest of each paper that changed. */
    private static Collection<PaperEvent> told(List<PaperEvent> events, PaperChanges changes) {
        var newest = new HashMap<String, PaperEvent>();
        changes.papers()
                .forEach(paper -> newest.put(
                        paper.after().state().paperId(), paper.after().state()));
        changes.removals().forEach(removal -> newest.put(removal.after().paperId(), event(removal, events)));
        return newest.values();
    }

    private static PaperEvent event(PaperRemoval removal, List<PaperEvent> events) {
        return events.stream()
                .filter(event -> event.paperId().equals(removal.after().paperId())
                        && event.revision() == removal.after().revision())
                .findFirst()
                .orElseThrow();
    }

    private Set<String> listsShowing(PaperChanges changes) {
        return lists.holding(Stream.concat(
                        changes.papers().stream()
                                .filter(PaperChange::changesCard)
                                .map(change -> change.after().card().paperId()),
                        changes.removals().stream()
                                .map(removal -> removal.after().paperId()))
                .toList());
    }
}
