package io.paperpress.common.events;

/** The newest state of one paper; topic {@code papers}, compacted by paper id. */
public sealed interface PaperEvent extends Event permits PaperCatalogued {

    /** Opaque stable id of the paper. */
    String paperId();

    /** Rises by one with every change of the paper; a consumer ignores a revision that is not newer than its own. */
    long revision();
}
