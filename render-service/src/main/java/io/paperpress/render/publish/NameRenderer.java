package io.paperpress.render.publish;

import io.paperpress.common.events.AliasChanged;
import io.paperpress.common.events.KeywordChanged;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.VenueChanged;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.render.model.FormerNames;
import io.paperpress.render.model.ShelfPages;
import io.paperpress.render.model.Words;
import io.paperpress.render.pages.Book;
import io.paperpress.render.pages.Books;
import io.paperpress.render.pages.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes words and aliases in, and marks the pages that show them: a label, an order, a colour. */
@Component
public class NameRenderer implements EventHandler<NameEvent> {

    private final WritingTransaction writing;
    private final Words words;
    private final FormerNames formerNames;
    private final ShelfPages shelves;
    private final Books books;
    private final DirtyPages dirtyPages;
    private final Publishing publishing;

    NameRenderer(
            WritingTransaction writing,
            Words words,
            FormerNames formerNames,
            ShelfPages shelves,
            Books books,
            DirtyPages dirtyPages,
            Publishing publishing) {
        this.writing = writing;
        this.words = words;
        this.formerNames = formerNames;
        this.shelves = shelves;
        this.books = books;
        this.dirtyPages = dirtyPages;
        this.publishing = publishing;
    }

    @Override
    public void handle(List<Delivery<NameEvent>> batch) {
        var told = batch.stream().map(Delivery::event).toList();
        writing.run(() -> store(words.newer(told)));
        publishing.wake();
    }

    private void store(List<NameEvent> told) {
        var relabelled = new ArrayList<String>();
        var touched = new LinkedHashSet<Page>();
        for (var event : told) {
            switch (event) {
                case AliasChanged alias -> formerNames.store(alias);
                case KeywordChanged keyword -> {
                    if (words.store(keyword)) {
                        relabelled.add(keyword.id());
                    }
                }
                case VenueChanged venue -> {
                    if (words.store(venue)) {
                        touched.addAll(recoloured(venue));
                    }
                }
            }
        }
        if (relabelled.isEmpty() && touched.isEmpty()) {
            return;
        }
        var change = writing.nextChange();
        if (!relabelled.isEmpty()) {
            touched.add(new Page.Home());
            touched.add(new Page.BookMarkdown(Book.KEYWORD));
            shelves.relabelled(relabelled, words.keywords()).forEach(page -> touched.add(new Page.OfShelf(page)));
            dirtyPages.markPapers(shelves.papersUnder(relabelled), change);
        }
        dirtyPages.mark(touched, change);
    }

    private Set<Page> recoloured(VenueChanged venue) {
        var touched = new LinkedHashSet<Page>();
        touched.add(new Page.VenueColours());
        if (books.recolour(venue.name(), words.colours())) {
            for (var book : Book.values()) {
                touched.add(new Page.BookMarkdown(book));
            }
        }
        return touched;
    }
}
