package io.paperpress.common.events;

/** The newest state of one paper; topic {@code papers}, compacted by paper id. */
public sealed interface PaperEvent extends Event permits PaperCatalogued, PaperWithdrawn, PaperMerged {

    /** Opaque stable id of the paper. */
    String paperId();

    /** The submission or the maintainer's change that made this revision. */
    String submissionId();

    /** Rises by one with every change of the paper; a consumer ignores a revision that is not newer than its own. */
    long revision();
}
