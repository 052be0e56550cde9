package io.paperpress.catalog.store;

import static io.paperpress.catalog.store.Json.column;

import io.paperpress.common.events.RevisionSubmitted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals that wait for a maintainer, and those that did. */
@Repository
public class Reviews {

    /** How far a proposal is. */
    public enum State {
        OPEN,
        APPROVED,
        REJECTED;

        /** As it stands in addresses, documents and the database. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A proposal and what became of it.
     *
     * @param number rises with every proposal
     */
    public record Review(
            long number,
            RevisionSubmitted proposal,
            State state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason) {}

    private final JdbcClient db;

    Reviews(JdbcClient db) {
        this.db = db;
    }

    public void open(List<RevisionSubmitted> proposals) {
        if (!proposals.isEmpty()) {
            db.sql("""
                    INSERT INTO review (submission_id, paper_id, proposal)
                    SELECT submission, paper, proposal::jsonb
                    FROM unnest(:submissions, :papers, :proposals) AS p (submission, paper, proposal)
                    """)
                    .param("submissions", column(proposals, RevisionSubmitted::submissionId))
                    .param("papers", column(proposals, RevisionSubmitted::paperId))
                    .param("proposals", column(proposals, Json::write))
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

    public void decided(String submissionId, State state, String by, Instant at, @Nullable String reason) {
        db.sql("""
                UPDATE review SET state = :state, decided_by = :by, decided_at = :at, decision_reason = :reason
                WHERE submission_id = :id
                """)
                .param("state", state.slug())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .param("id", submissionId)
                .update();
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        Timestamp decidedAt = row.getTimestamp("decided_at");
        return new Review(
                row.getLong("review_id"),
                Json.read(row.getString("proposal"), RevisionSubmitted.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decision_reason"));
    }
}
