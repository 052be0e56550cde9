package io.paperpress.common.events;

/** The newest state of one reading list; topic {@code lists}, compacted by slug. */
public sealed interface ListEvent extends Event permits ListCatalogued {

    /** Address of the list: lower-case ASCII letters, digits and hyphens. */
    String slug();

    /** Rises by one with every change of the list. */
    long revision();
}
