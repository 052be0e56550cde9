package io.paperpress.catalog.store;

import static io.paperpress.catalog.store.Json.column;

import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Submissions that wait for a maintainer, and those that did. */
@Repository
public class Reviews {

    /** How far a review is. */
    public enum State {
        OPEN,
        APPROVED,
        REJECTED;

        /** As it stands in addresses, documents and the database. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What waits. */
    public enum Kind {
        /** Other values for a listed paper. */
        PROPOSAL(RevisionSubmitted.class),
        /** A paper, listed or not. */
        PAPER(PaperSubmitted.class),
        LIST(ListSubmitted.class);

        private final Class<? extends SubmissionEvent> type;

        Kind(Class<? extends SubmissionEvent> type) {
            this.type = type;
        }

        /** As it stands in documents and the database. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(SubmissionEvent event) {
            return switch (event) {
                case RevisionSubmitted _ -> PROPOSAL;
                case PaperSubmitted _ -> PAPER;
                case ListSubmitted _ -> LIST;
            };
        }
    }

    /** @param paperId the listed paper that it is of, if any */
    public record Waiting(SubmissionEvent event, @Nullable String paperId) {}

    /**
     * A submission that waits, and what became of it.
     *
     * @param number rises with every review
     */
    public record Review(
            long number,
            Kind kind,
            SubmissionEvent event,
            State state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason) {}

    private final JdbcClient db;

    Reviews(JdbcClient db) {
        this.db = db;
    }

    public void open(Collection<Waiting> waiting) {
        if (!waiting.isEmpty()) {
            db.sql("""
                    INSERT INTO review (submission_id, paper_id, kind, proposal)
                    SELECT submission, paper, kind, proposal::jsonb
                    FROM unnest(:submissions, :papers, :kinds, :proposals) AS p (submission, paper, kind, proposal)
                    """)
                    .param("submissions", column(waiting, one -> one.event().submissionId()))
                    .param("papers", column(waiting, Waiting::paperId))
                    .param("kinds", column(waiting, one -> Kind.of(one.event()).slug()))
                    .param("proposals", column(waiting, one -> Json.write(one.event())))
                    .update();
        }
    }

    public Optional<Review> find(String submissionId) {
        return db.sql("SELECT * FROM review WHERE submission_id = :id")
                .param("id", submissionId)
                .query(Reviews::review)
                .optional();
    }

    /** Locked until the end of the transaction. */
    public Optional<Review> locked(String submissionId) {
        return db.sql("SELECT * FROM review WHERE submission_id = :id FOR UPDATE")
                .param("id", submissionId)
                .query(Reviews::review)
                .optional();
    }

    /** Those of the submissions that still wait, oldest first; locked until the end of the transaction. */
    public List<Review> openAmong(Collection<String> submissionIds) {
        return db.sql("""
                SELECT * FROM review WHERE submission_id = ANY (:ids) AND state = 'open'
                ORDER BY review_id
                FOR UPDATE
                """)
                .param("ids", submissionIds.toArray(String[]::new))
                .query(Reviews::review)
                .list();
    }

    /** In the order in which they came. */
    public List<Review> in(State state, long after, int size) {
        return db.sql("""
                SELECT * FROM review WHERE state = :state AND review_id > :after
                ORDER BY review_id
                LIMIT :size
                """)
                .param("state", state.slug())
                .param("after", after)
                .param("size", size)
                .query(Reviews::review)
                .list();
    }

    public long countOpen() {
        return db.sql("SELECT count(*) FROM review WHERE state = 'open'")
                .query(Long.class)
                .single();
    }

    public long countOpen(Collection<String> submissionIds) {
        return db.sql("SELECT count(*) FROM review WHERE submission_id = ANY (:ids) AND state = 'open'")
                .param("ids", submissionIds.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    public void decided(Collection<String> submissionIds, State state, String by, Instant at, @Nullable String reason) {
        db.sql("""
                UPDATE review SET state = :state, decided_by = :by, decided_at = :at, decision_reason = :reason
                WHERE submission_id = ANY (:ids)
                """)
                .param("state", state.slug())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .param("ids", submissionIds.toArray(String[]::new))
                .update();
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        var kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        return new Review(
                row.getLong("review_id"),
                kind,
                Json.read(row.getString("proposal"), kind.type),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decision_reason"));
    }
}
