package io.paperpress.render.publish;

import io.paperpress.render.model.ListChange;
import io.paperpress.render.model.PaperChange;
import io.paperpress.render.model.PaperChanges;
import io.paperpress.render.model.PaperRemoval;
import io.paperpress.render.pages.Book;
import io.paperpress.render.pages.Books;
import io.paperpress.render.pages.Page;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which pages a change can make look different: those that show it, and those that showed what it was before. */
final class TouchedPages {

    private TouchedPages() {}

    /** @param lists slugs of the reading lists on which papers stand whose card changed */
    static Set<Page> by(PaperChanges changes, Collection<String> lists) {
        var pages = new LinkedHashSet<Page>();
        for (var change : changes.papers()) {
            pages.add(new Page.OfPaper(change.after().state().paperId()));
            if (change.changesCard()) {
                pages.add(new Page.Home());
                versions(change).forEach(id -> pages.add(new Page.OfPaper(id)));
            }
            if (Books.differ(change)) {
                addBooks(pages);
            }
        }
        changes.removals().forEach(removal -> addRemoved(removal, pages));
        for (var id : changes.rerouted()) {
            pages.add(new Page.GonePaper(id));
            pages.add(new Page.MovedPaper(id));
        }
        changes.shelfPages().forEach(page -> pages.add(new Page.OfShelf(page)));
        lists.forEach(slug -> pages.add(new Page.OfList(slug)));
        return pages;
    }

    static Set<Page> by(ListChange change) {
        var pages = new LinkedHashSet<Page>();
        pages.add(new Page.OfList(change.after().slug()));
        pages.add(new Page.ListMarkdown(change.after().slug()));
        pages.add(new Page.Lists());
        pages.add(new Page.Home());
        change.papers().forEach(id -> pages.add(new Page.OfPaper(id)));
        return pages;
    }

    private static Set<String> versions(PaperChange change) {
        var versions = new LinkedHashSet<>(change.after().state().versions());
        var before = change.before();
        if (before != null) {
            versions.addAll(before.state().versions());
        }
        return versions;
    }

    private static void addRemoved(PaperRemoval removal, Set<Page> pages) {
        pages.add(new Page.OfPaper(removal.after().paperId()));
        pages.add(new Page.Home());
        var before = removal.before();
        if (before != null) {
            before.state().versions().forEach(id -> pages.add(new Page.OfPaper(id)));
        }
        if (Books.showed(removal)) {
            addBooks(pages);
        }
    }

    private static void addBooks(Set<Page> pages) {
        for (var book : Book.values()) {
            pages.add(new Page.BookMarkdown(book));
        }
    }
}
