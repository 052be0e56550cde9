package io.paperpress.common.events;

import java.util.Locale;

/** What a name is the name of. */
public enum NameKind {
    INSTITUTION,
    AUTHOR,
    VENUE,
    KEYWORD;

    /** As it stands in addresses and documents. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
