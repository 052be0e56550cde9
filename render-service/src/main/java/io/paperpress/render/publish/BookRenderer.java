package io.paperpress.render.publish;

import io.paperpress.render.pages.Books;
import io.paperpress.render.pages.Page;
import io.paperpress.render.publish.DirtyPages.Clean;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Writes the whole-catalogue Markdown pages that are dirty. */
@Component
class BookRenderer {

    private final DataSource dataSource;
    private final DirtyPages dirtyPages;
    private final PageStore store;

    BookRenderer(DataSource dataSource, DirtyPages dirtyPages, PageStore store) {
        this.dataSource = dataSource;
        this.dirtyPages = dirtyPages;
        this.store = store;
    }

    /** How many pages were dirty. */
    int render() {
        try (var moment = Moment.now(dataSource)) {
            var dirty = dirtyPages.slow(moment.jdbc());
            for (var page : dirty) {
                if (Page.at(page.path()) instanceof Page.BookMarkdown(var book)) {
                    var written = store.write(page.path(), out -> Books.write(book, moment.jdbc(), out), page.hash());
                    dirtyPages.clean(List.of(new Clean(page.path(), page.change(), written.hash(), written.bytes())));
                }
            }
            return dirty.size();
        }
    }
}
