package io.paperpress.render.pages;

import io.paperpress.common.events.ListItem;
import io.paperpress.render.model.ListOutline;
import io.paperpress.render.model.PaperCard;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reading list shows.
 *
 * @param cards by paper id
 */
public record ListView(ListOutline outline, Map<String, PaperCard> cards, int papers) {

    public @Nullable PaperCard card(ListItem item) {
        return item.paperId() == null ? null : cards.get(item.paperId());
    }

    /** Cards of an entry's papers, those that are known. */
    public List<PaperCard> cards(ListOutline.Entry entry) {
        return entry.entry().items().stream()
                .map(this::card)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The page of an entry's paper, where it has exactly one. */
    public @Nullable PaperCard only(ListOutline.Entry entry) {
        var cards = cards(entry);
        return cards.size() == 1 && entry.entry().items().size() == 1 ? cards.getFirst() : null;
    }

    /** An item's link that a browser can follow. */
    public boolean hasLink(ListItem item) {
        return item.link() != null && item.link().url().strip().matches("(?i)https?://.+");
    }

    public String linkText(ListItem item) {
        var link = item.link();
        return link == null || link.label() == null || link.label().isBlank() ? "PDF" : link.label();
    }

    public String url(ListItem item) {
        return item.link() == null ? "" : item.link().url().strip();
    }

    public String markdown() {
        return new Page.ListMarkdown(outline.slug()).path();
    }
}
