package io.paperpress.render.pages;

/** A Markdown page of the whole catalogue. */
public enum Book {
    README("README.md", "year"),
    YEAR("cls_year.md", "year"),
    KEYWORD("cls_keyword.md", "keyword"),
    PUBLICATION("cls_publication.md", "publication"),
    INSTITUTION("cls_institution.md", "institution"),
    AUTHOR("cls_author.md", "author");

    private final String fileName;
    private final String heading;

    Book(String fileName, String heading) {
        this.fileName = fileName;
        this.heading = heading;
    }

    public String fileName() {
        return fileName;
    }

    String heading() {
        return heading;
    }

    static Book of(String fileName) {
        for (var book : values()) {
            if (book.fileName.equals(fileName)) {
                return book;
            }
        }
        throw new IllegalArgumentException("No Markdown page is named " + fileName);
    }
}
