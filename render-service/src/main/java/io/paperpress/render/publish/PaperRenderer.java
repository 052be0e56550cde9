package io.paperpress.render.publish;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.render.model.PaperChange;
import io.paperpress.render.model.PaperChanges;
import io.paperpress.render.model.Papers;
import io.paperpress.render.model.ReadingLists;
import io.paperpress.render.pages.Books;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
        var states = new ArrayList<PaperCatalogued>();
        for (var delivery : batch) {
            switch (delivery.event()) {
                case PaperCatalogued state -> states.add(state);
            }
        }
        writing.run(() -> store(states));
        publishing.wake();
    }

    private void store(List<PaperCatalogued> states) {
        var changes = papers.store(states);
        if (changes.papers().isEmpty()) {
            return;
        }
        var change = writing.nextChange();
        books.replace(changes.papers().stream()
                .filter(Books::differ)
                .map(paper -> paper.after().state())
                .toList());
        dirtyPages.mark(TouchedPages.by(changes, listsShowing(changes)), change);
        untold.add(changes.papers().stream()
                .map(paper -> Untold.Revision.of(paper.after().state(), change))
                .toList());
    }

    private Set<String> listsShowing(PaperChanges changes) {
        return lists.holding(changes.papers().stream()
                .filter(PaperChange::changesCard)
                .map(change -> change.after().card().paperId())
                .toList());
    }
}
