package io.paperpress.search.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can stand before a colon. The parser and the help text both read this table. */
public enum Field {
    TITLE("words of the title or the short name", "title:flash"),
    AUTHOR("words of one of the authors' names", "author:frantar"),
    INSTITUTION("words of an institution's name", "institution:\"peking university\""),
    VENUE("where it was published", "venue:iclr"),
    KEYWORD("a keyword of the catalogue", "keyword:quantization"),
    ABSTRACT("words of the abstract", "abstract:kernel"),
    YEAR("a year or a range of years, open ended too", "year:2023..2025"),
    HAS("papers with code, a note or a cover", "has:code");

    private final String meaning;
    private final String example;

    Field(String meaning, String example) {
        this.meaning = meaning;
        this.example = example;
    }

    /** As it is typed, without the colon. */
    public String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    String meaning() {
        return meaning;
    }

    String example() {
        return example;
    }

    /** Whether it is searched by words. */
    public boolean isText() {
        return this != YEAR && this != HAS;
    }

    static Optional<Field> named(String typed) {
        return Arrays.stream(values())
                .filter(field -> field.typed().equalsIgnoreCase(typed))
                .findFirst();
    }
}
