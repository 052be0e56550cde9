package io.paperpress.catalog.paper;

/** How long a field may be, in UTF-16 units: far beyond real papers, near enough to keep one from costing much. */
public final class Limits {

    public static final int TITLE = 1_000;
    public static final int CITATION = 10_000;

    /** Address of a reading list. */
    public static final String SLUG = "[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?";

    static final int NAME = 500;
    /** One author string may hold a whole byline. */
    static final int JOINED_NAMES = 10_000;

    static final int ABSTRACT = 50_000;
    static final int IDENTIFIER = 500;
    static final int ADDRESS = 4_000;
    /** Collaborations sign with thousands of names. */
    static final int VALUES = 10_000;

    private Limits() {}
}
