package io.paperpress.render.pages;

import io.paperpress.common.events.PaperFields;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The groups of the whole-catalogue Markdown pages in which a submitted paper stands, by the values submitted; keywords by id. */
final class BookGroups {

    private static final Pattern COMMA = Pattern.compile(",");

    private BookGroups() {}

    static Map<Book, Set<String>> of(PaperFields paper) {
        var groups = new EnumMap<Book, Set<String>>(Book.class);
        for (var book : Book.values()) {
            groups.put(book, of(book, paper));
        }
        return groups;
    }

    private static Set<String> of(Book book, PaperFields paper) {
        var names = new LinkedHashSet<String>();
        switch (book) {
            case README, YEAR -> {
                if (paper.year() != null && paper.year() != 0) {
                    names.add(paper.year().toString());
                }
            }
            case PUBLICATION -> names.add(paper.venue() == null ? "" : paper.venue());
            case KEYWORD -> names.addAll(paper.keywords());
            case INSTITUTION -> names.addAll(paper.institutions());
            case AUTHOR ->
                paper.authors()
                        .forEach(author -> COMMA.splitAsStream(author.name())
                                .map(String::strip)
                                .forEach(names::add));
        }
        names.remove("");
        return names;
    }
}
