package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

/**
 * Who says something of a paper, and how well.
 *
 * @param key {@code path:<file>}, {@code list:<slug>}, {@code submitter:<subject>}, {@code registry:<name>}, {@code
 *     review:<submissionId>} for what a maintainer approved, or {@code edit:<changeId>} for what one said
 * @param kind how its values were come by
 */
public record Source(String key, Kind kind) {

    /** Better kinds first: of two claims about one field, that of the better kind is shown. */
    public enum Kind {
        /** Fields given as fields. */
        RECORD,
        /** Fields read out of a formatted reference. */
        CITATION
    }

    public Source {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
    }
}
