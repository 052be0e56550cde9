package io.paperpress.catalog.store;

import io.paperpress.common.events.ListSubmitted;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Submitted lists of which papers are still to be decided. */
@Repository
public class PendingLists {

    private final JdbcClient db;
    private final Clock clock;

    PendingLists(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Keeps a list until all the submissions it awaits are decided. */
    public void add(ListSubmitted list, Collection<String> awaited) {
        db.sql("""
                INSERT INTO pending_list (submission_id, slug, submitted_at, pending_since, event)
                VALUES (:id, :slug, :submitted::timestamptz, :now::timestamptz, :event::jsonb)
                """)
                .param("id", list.submissionId())
                .param("slug", list.slug())
                .param("submitted", list.submittedAt().toString())
                .param("now", clock.instant().toString())
                .param("event", Json.write(list))
                .update();
        db.sql("INSERT INTO pending_list_paper (submission_id, awaited) SELECT :id, unnest(:awaited)")
                .param("id", list.submissionId())
                .param("awaited", awaited.toArray(String[]::new))
                .update();
    }

    /**
     * Takes out the lists that awaited one of these submissions and await nothing more. The lists are locked first: of
     * two transactions that decide the last two papers of one, the second sees what the first did.
     */
    public List<ListSubmitted> readyAfter(Collection<String> decided) {
        String[] lists = db.sql("""
                SELECT submission_id FROM pending_list
                WHERE submission_id IN (SELECT submission_id FROM pending_list_paper WHERE awaited = ANY (:decided))
                ORDER BY submission_id
                FOR UPDATE
                """)
                .param("decided", decided.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list()
                .toArray(String[]::new);
        if (lists.length == 0) {
            return List.of();
        }
        db.sql("DELETE FROM pending_list_paper WHERE submission_id = ANY (:lists) AND awaited = ANY (:decided)")
                .param("lists", lists)
                .param("decided", decided.toArray(String[]::new))
                .update();
        return taken("""
                DELETE FROM pending_list l
                WHERE submission_id = ANY (:lists)
                  AND NOT EXISTS (SELECT FROM pending_list_paper p WHERE p.submission_id = l.submission_id)
                RETURNING event
                """, "lists", lists);
    }

    /**
     * Takes out the lists of a slug that are older than one that was applied. One that another transaction is about to
     * apply is left to it: it will find the newer one in its place.
     */
    public List<ListSubmitted> olderThan(String slug, Instant submittedAt) {
        return taken("""
                DELETE FROM pending_list WHERE submission_id IN (
                    SELECT submission_id FROM pending_list
                    WHERE slug = (:key)[1] AND submitted_at < (:key)[2]::timestamptz
                    FOR UPDATE SKIP LOCKED)
                RETURNING event
                """, "key", new String[] {slug, submittedAt.toString()});
    }

    /** Takes out the lists that began to wait before a time, but for papers that wait for a maintainer. */
    public List<ListSubmitted> waitingSince(Instant before) {
        return taken("""
                DELETE FROM pending_list WHERE submission_id IN (
                    SELECT submission_id FROM pending_list l
                    WHERE pending_since < (:key)[1]::timestamptz AND NOT EXISTS (
                        SELECT FROM pending_list_paper p JOIN review r ON r.submission_id = p.awaited
                        WHERE p.submission_id = l.submission_id AND r.state = 'open')
                    FOR UPDATE SKIP LOCKED)
                RETURNING event
                """, "key", new String[] {before.toString()});
    }

    private List<ListSubmitted> taken(String sql, String name, String[] value) {
        return db.sql(sql)
                .param(name, value)
                .query((row, _) -> Json.read(row.getString("event"), ListSubmitted.class))
                .list();
    }
}
