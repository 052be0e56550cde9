package io.paperpress.render.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a whole-catalogue Markdown page from rows that arrive in its order, one at a time; the frame is that of the
 * EfficientPaper pages to the byte, trailing spaces too.
 */
final class BookWriter {

    private static final String HEADER = """

            | Meta | Title | Cover | Publish | Code | Note |
            |:-----|:------|:------|:--------|:-----|:-----|
            """;
    private static final String END = "</p>\n</details>\n";

    private static final String PREFACE = """
            # Paper list

            The same papers by [keyword](cls_keyword.md), [year](cls_year.md), [publication](cls_publication.md), \
            [institution](cls_institution.md) and [author](cls_author.md).

            ## Paper List

            """;

    private final Book book;
    private final Writer out;
    private @Nullable String group;
    private int number;

    BookWriter(Book book, Writer out) {
        this.book = book;
        this.out = out;
    }

    void begin() {
        if (book == Book.README) {
            write(PREFACE);
        }
        write("<details open><summary>\n\n### " + book.heading() + "\n</summary> \n<p>\n\n");
    }

    /** Adds a row: a table row, or an item of the numbered list. */
    void add(String name, String row) {
        if (!name.equals(group)) {
            endGroup();
            group = name;
            number = 0;
            write("<details open><summary><b>" + name + "</b></summary> \n<p>\n\n");
            write(book == Book.README ? "" : HEADER);
        }
        number++;
        write(book == Book.README ? number + ". " + row + "\n" : row + "\n");
    }

    void end() {
        endGroup();
        write(END + "\n");
    }

    private void endGroup() {
        if (group != null) {
            write(END);
        }
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
