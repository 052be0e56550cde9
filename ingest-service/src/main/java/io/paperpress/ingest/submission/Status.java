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

    /** Whether nothing more will be told of a row {@code s} of {@code submission}, in SQL. Lists are not indexed. */
    public static final String ENDED = """
            coalesce(s.decision in ('duplicate', 'rejected')
                or (s.decision in ('accepted', 'updated') and s.published_at is not null
                    and (s.kind = 'list' or s.indexed_at is not null)), false)
            """;

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
