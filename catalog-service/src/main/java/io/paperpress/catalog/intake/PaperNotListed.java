package io.paperpress.catalog.intake;

import io.paperpress.catalog.paper.Paper;

/** What was approved cannot be applied, for the paper was withdrawn meanwhile. */
public final class PaperNotListed extends RuntimeException {

    PaperNotListed(Paper paper) {
        super(Unlisted.remark(paper).message());
    }
}
