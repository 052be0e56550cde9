package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A revision of a paper can be found by search.
 *
 * @param revision the revision that readers now get; every submission up to it is served as well
 * @param at when readers could first get it
 */
public record PaperIndexed(String submissionId, String paperId, long revision, Instant at) implements ProgressEvent {

    public PaperIndexed {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(paperId, "paperId");
        requireNonNull(at, "at");
    }
}
