package io.paperpress.ingest.submission;

import io.paperpress.common.events.Decision;
import org.jspecify.annotations.Nullable;

/** The states of a submission as the API names them; also what the database holds. */
public final class Status {

    public static final String RECEIVED = "received";
    public static final String ACCEPTED = "accepted";
    public static final String UPDATED = "updated";
    public static final String DUPLICATE = "duplicate";
    public static final String IN_REVIEW = "inReview";
    public static final String REJECTED = "rejected";
    public static final String INDEXED = "indexed";
    public static final String PUBLISHED = "published";

    private Status() {}

    public static String of(Decision decision) {
        return switch (decision) {
            case ACCEPTED -> ACCEPTED;
            case UPDATED -> UPDATED;
            case DUPLICATE -> DUPLICATE;
            case IN_REVIEW -> IN_REVIEW;
            case REJECTED -> REJECTED;
        };
    }

    /** The furthest stage; indexing and publishing are only ever noted for what changed the catalogue. */
    static String of(@Nullable String decision, boolean indexed, boolean published) {
        if (decision == null) {
            return RECEIVED;
        }
        return published ? PUBLISHED : indexed ? INDEXED : decision;
    }
}
