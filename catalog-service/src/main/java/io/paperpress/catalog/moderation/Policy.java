package io.paperpress.catalog.moderation;

import java.util.Locale;

/** Whose submissions are published at once. */
public enum Policy {
    /** Everybody's. */
    OPEN,
    /** Those of maintainers and of trusted submitters. */
    TRUSTED,
    /** Those of maintainers. */
    REVIEW;

    /** As it stands in settings and documents. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
