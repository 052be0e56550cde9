package io.paperpress.common.events;

/** The end of a submission as the catalogue sees it. */
public enum Decision {
    /** A new paper or list. */
    ACCEPTED,
    /** The work was there; the submission said something new about it. */
    UPDATED,
    /** The work was there, and everything said of it too. */
    DUPLICATE,
    /** Waits for a maintainer. */
    IN_REVIEW,
    /** Refused, with reasons. */
    REJECTED
}
