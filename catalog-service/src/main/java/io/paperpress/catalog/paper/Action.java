package io.paperpress.catalog.paper;

import java.util.Locale;

/** What made a revision of a paper or a reading list. */
public enum Action {
    /** Somebody submitted it. */
    SUBMISSION,
    /** A maintainer approved what somebody proposed. */
    REVIEW,
    /** A maintainer said other values. */
    EDIT,
    MERGE,
    UNMERGE,
    WITHDRAW,
    RESTORE,
    /** A name that it shows is written otherwise now. */
    RENAME;

    /** As it stands in the database and in documents. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
