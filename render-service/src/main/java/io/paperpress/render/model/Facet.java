package io.paperpress.render.model;

/** A way to group papers; each group has a page, each facet an index of its groups. */
public enum Facet {
    YEAR("years", "Years"),
    VENUE("venues", "Venues"),
    KEYWORD("keywords", "Keywords"),
    INSTITUTION("institutions", "Institutions"),
    AUTHOR("authors", "Authors");

    private final String segment;
    private final String title;

    Facet(String segment, String title) {
        this.segment = segment;
        this.title = title;
    }

    /** First part of the address of its pages. */
    public String segment() {
        return segment;
    }

    /** Heading of its index. */
    public String title() {
        return title;
    }
}
