package io.paperpress.common.events;

/** Names of the topics; what they keep and how they are split stands in {@code topics.yaml}. */
public final class Topics {

    /** {@link SubmissionEvent}s, keyed by strongest identifier or title fingerprint, lists by slug, revisions by paper id. */
    public static final String SUBMISSIONS = "submissions";

    /** {@link PaperEvent}s, keyed by paper id. */
    public static final String PAPERS = "papers";

    /** {@link ListEvent}s, keyed by slug. */
    public static final String LISTS = "lists";

    /** {@link NameEvent}s, keyed by {@link NameEvent#key()}. */
    public static final String NAMES = "names";

    /** {@link ProgressEvent}s, keyed by submission id. */
    public static final String PROGRESS = "progress";

    private Topics() {}
}
