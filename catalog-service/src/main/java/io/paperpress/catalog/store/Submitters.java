package io.paperpress.catalog.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Submitters whom a maintainer trusts or not, and what became of those who submitted before. */
@Repository
public class Submitters {

    /** What a maintainer said of a submitter. */
    public record Word(String submitter, boolean trusted, String changeId, String saidBy, Instant saidAt) {}

    /** How many submissions that waited were approved, and how many rejected. */
    public record History(long approved, long rejected) {}

    private final JdbcClient db;

    Submitters(JdbcClient db) {
        this.db = db;
    }

    /**
     * Those who are trusted: by a maintainer's word, else by what they submitted.
     *
     * @param earnedAfter approved submissions that earn trust where none was rejected; 0 where none do
     */
    public Set<String> trusted(Collection<String> submitters, int earnedAfter) {
        if (submitters.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(db.sql("""
                SELECT s.submitter FROM unnest(:submitters) AS s (submitter)
                LEFT JOIN trusted_submitter t USING (submitter)
                WHERE t.trusted OR (t.trusted IS NULL AND :earned > 0 AND (
                    SELECT count(*) FILTER (WHERE r.state = 'approved') >= :earned
                       AND count(*) FILTER (WHERE r.state = 'rejected') = 0
                    FROM review r WHERE r.proposal ->> 'submitter' = s.submitter))
                """)
                .param("submitters", submitters.toArray(String[]::new))
                .param("earned", earnedAfter)
                .query((row, _) -> row.getString(1))
                .list());
    }

    public History history(String submitter) {
        return db.sql("""
                SELECT count(*) FILTER (WHERE state = 'approved') AS approved,
                       count(*) FILTER (WHERE state = 'rejected') AS rejected
                FROM review WHERE proposal ->> 'submitter' = :submitter
                """)
                .param("submitter", submitter)
                .query((row, _) -> new History(row.getLong("approved"), row.getLong("rejected")))
                .single();
    }

    /** What maintainers said, by name. */
    public List<Word> words() {
        return db.sql("SELECT * FROM trusted_submitter ORDER BY submitter")
                .query((row, _) -> new Word(
                        row.getString("submitter"),
                        row.getBoolean("trusted"),
                        row.getString("change_id"),
                        row.getString("said_by"),
                        row.getTimestamp("said_at").toInstant()))
                .list();
    }

    public void say(Word word) {
        db.sql("""
                INSERT INTO trusted_submitter (submitter, trusted, change_id, said_by, said_at)
                VALUES (:submitter, :trusted, :change, :by, :at::timestamptz)
                ON CONFLICT (submitter) DO UPDATE
                SET trusted = excluded.trusted, change_id = excluded.change_id,
                    said_by = excluded.said_by, said_at = excluded.said_at
                """)
                .param("submitter", word.submitter())
                .param("trusted", word.trusted())
                .param("change", word.changeId())
                .param("by", word.saidBy())
                .param("at", word.saidAt().toString())
                .update();
    }

    /** @return whether something had been said */
    public boolean takeBack(String submitter) {
        return db.sql("DELETE FROM trusted_submitter WHERE submitter = :submitter")
                        .param("submitter", submitter)
                        .update()
                > 0;
    }
}
