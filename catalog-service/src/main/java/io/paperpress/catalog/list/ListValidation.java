package io.paperpress.catalog.list;

import io.paperpress.catalog.paper.Limits;
import io.paperpress.catalog.paper.UnicodeText;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.Remark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the catalogue refuses to keep as a reading list. */
public final class ListValidation {

    private final List<Remark> found = new ArrayList<>();

    private ListValidation() {}

    /** @return why the list is refused; empty where it is not */
    public static List<Remark> problems(ListSubmitted page) {
        return problems(page.slug(), page.title(), new Tree(page.entries(), page.sections()));
    }

    /** @return why a list of that name, title and tree is refused; empty where it is not */
    public static List<Remark> problems(String slug, @Nullable String title, Tree tree) {
        var validation = new ListValidation();
        if (!slug.matches(Limits.SLUG)) {
            validation.found.add(
                    new Remark("/slug", "A list is named by lower-case letters, digits and hyphens, up to 100."));
        }
        validation.text("/title", title, Limits.TITLE);
        validation.tree("", tree.entries(), tree.sections());
        return validation.found;
    }

    private void tree(String pointer, List<ListEntry> entries, List<ListSection> sections) {
        for (int i = 0; i < entries.size(); i++) {
            entry(pointer + "/entries/" + i, entries.get(i));
        }
        for (int i = 0; i < sections.size(); i++) {
            var section = sections.get(i);
            String at = pointer + "/sections/" + i;
            text(at + "/title", section.title(), Limits.TITLE);
            tree(at, section.entries(), section.sections());
        }
    }

    private void entry(String pointer, ListEntry entry) {
        text(pointer + "/label", entry.label(), Limits.TITLE);
        text(pointer + "/citation", entry.citation(), Limits.CITATION);
        for (ListItem item : entry.items()) {
            text(pointer + "/items", item.citation(), Limits.CITATION);
            if (item.link() != null) {
                text(pointer + "/items", item.link().label(), Limits.TITLE);
                text(pointer + "/items", item.link().url(), Limits.CITATION);
            }
        }
    }

    private void text(String pointer, @Nullable String text, int limit) {
        if (text != null && !UnicodeText.isValid(text)) {
            found.add(new Remark(pointer, "The text is not valid Unicode."));
        } else if (text != null && text.length() > limit) {
            found.add(new Remark(pointer, "The text is longer than " + limit + " characters."));
        }
    }
}
