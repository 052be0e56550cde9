package io.paperpress.render.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.render.model.Facet;
import io.paperpress.render.model.Shelf;
import io.paperpress.render.model.ShelfPage;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageTest {

    static Stream<Page> pages() {
        return Stream.of(
                new Page.Home(),
                new Page.Search(),
                new Page.Submission(),
                new Page.NotFound(),
                new Page.Lists(),
                new Page.OfList("materials"),
                new Page.OfPaper("0123456789ab"),
                new Page.ListMarkdown("materials"),
                new Page.BookMarkdown(Book.README),
                new Page.BookMarkdown(Book.AUTHOR),
                new Page.OfShelf(ShelfPage.first(Shelf.indexOf(Facet.VENUE))),
                new Page.OfShelf(new ShelfPage(Shelf.indexOf(Facet.AUTHOR), 12)),
                new Page.OfShelf(ShelfPage.first(Shelf.of(Facet.VENUE, "iclr"))),
                new Page.OfShelf(new ShelfPage(Shelf.of(Facet.YEAR, "2024"), 3)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsKnownByItsAddress(Page page) {
        assertThat(Page.at(page.path())).isEqualTo(page);
    }
}
