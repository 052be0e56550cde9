package io.paperpress.render.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.testing.Papers;
import io.paperpress.render.model.Facet;
import io.paperpress.render.model.PaperCard;
import io.paperpress.render.model.PaperChange;
import io.paperpress.render.model.PaperChange.Known;
import io.paperpress.render.model.PaperChanges;
import io.paperpress.render.model.Shelf;
import io.paperpress.render.model.ShelfPage;
import io.paperpress.render.pages.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TouchedPagesTest {

    private static final ShelfPage VENUE = ShelfPage.first(Shelf.of(Facet.VENUE, "iclr"));

    @Test
    void aNewPaperTouchesItsPageItsGroupsAndTheHomePage() {
        var change = new PaperChange(null, known("A", Papers.titled("A").catalogued("a", 1)));

        assertThat(TouchedPages.by(new PaperChanges(List.of(change), Set.of(VENUE)), Set.of("materials")))
                .containsExactlyInAnyOrder(
                        new Page.OfPaper("a"), new Page.Home(), new Page.OfShelf(VENUE), new Page.OfList("materials"));
    }

    @Test
    void whatOnlyItsOwnPageShowsTouchesOnlyThat() {
        var before = known("A", Papers.titled("A").catalogued("a", 1));
        var after = known("A", Papers.titled("A").withAbstract("News.").catalogued("a", 2));

        assertThat(TouchedPages.by(new PaperChanges(List.of(new PaperChange(before, after)), Set.of()), Set.of()))
                .containsExactly(new Page.OfPaper("a"));
    }

    @Test
    void aPaperOfATreeTouchesTheMarkdownPages() {
        var paper = Papers.flexPrefill();
        var change = new PaperChange(null, known("Flex", paper.catalogued("a", 1)));
        var again = new PaperChange(known("Flex", paper.catalogued("a", 1)), known("Flex", paper.catalogued("a", 2)));

        assertThat(TouchedPages.by(new PaperChanges(List.of(change), Set.of()), Set.of()))
                .filteredOn(Page::isSlow)
                .hasSize(6);
        assertThat(TouchedPages.by(new PaperChanges(List.of(again), Set.of()), Set.of()))
                .filteredOn(Page::isSlow)
                .isEmpty();
    }

    private static Known known(String title, PaperCatalogued state) {
        return new Known(
                state,
                new PaperCard(state.paperId(), title, null, List.of(), List.of(), List.of(), null, null, List.of()));
    }
}
