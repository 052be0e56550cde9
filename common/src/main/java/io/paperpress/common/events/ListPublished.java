package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The pages that a revision of a reading list touches are live.
 *
 * @param revision the revision that readers now get; every submission up to it is served as well
 * @param at when readers could first get it
 */
public record ListPublished(String submissionId, String slug, long revision, Instant at) implements ProgressEvent {

    public ListPublished {
        requireNonNull(submissionId, "submissionId");
        requireNonNull(slug, "slug");
        requireNonNull(at, "at");
    }
}
