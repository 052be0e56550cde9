package io.paperpress.catalog.store;

import io.paperpress.catalog.paper.Action;
import io.paperpress.catalog.paper.Paper;
import org.jspecify.annotations.Nullable;

/**
 * A state of a paper that is to be kept.
 *
 * @param submitter whose submission or change made it
 * @param reason why, where that was said
 */
public record PaperRevision(
        Paper paper,
        String submitter,
        Action action,
        @Nullable String reason) {

    public PaperRevision(Paper paper, String submitter) {
        this(paper, submitter, Action.SUBMISSION, null);
    }
}
