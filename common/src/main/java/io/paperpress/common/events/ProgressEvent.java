package io.paperpress.common.events;

/** What became of a submission; topic {@code progress}, keyed by submission id. */
public sealed interface ProgressEvent extends Event
        permits SubmissionDecided, PaperIndexed, PaperPublished, ListPublished {

    /** The submission this is told of: for indexing and publishing, the one that made the revision. */
    String submissionId();
}
