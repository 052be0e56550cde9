package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The pages that a revision of a paper touches are live.
 *
 * @param revision the revision that readers now get; every submission up to it is served as well
 * @param at when readers could first get it
 */
public record PaperPublished(String submissionId, String paperId, long revision, Instant at) implements ProgressEvent {

    public PaperPublished {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(paperId, "paperId");
        requireNonNull(at, "at");
    }
}
