package io.paperpress.catalog.store;

import io.paperpress.catalog.identity.DistinctPairs;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pairs of papers of which a person said that they are two works; for ever, or until a person takes it back. */
@Repository
public class DistinctPapers {

    /** @param saidBy subject of the maintainer's token */
    public record Said(String otherPaperId, String changeId, String saidBy, Instant saidAt) {}

    private record Pair(String one, String other) {

        static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private final JdbcClient db;

    DistinctPapers(JdbcClient db) {
        this.db = db;
    }

    /**
     * All of them as they are known at this moment: people make few. What was said of a paper that was merged since holds
     * for its survivor.
     */
    public DistinctPairs all() {
        Set<Pair> pairs = new HashSet<>(db.sql("""
                WITH RECURSIVE way (id, now) AS (
                    SELECT id, id FROM (
                        SELECT paper_id AS id FROM distinct_papers UNION SELECT other_paper_id FROM distinct_papers) said
                    UNION ALL
                    SELECT way.id, p.merged_into FROM way JOIN paper p ON p.paper_id = way.now
                    WHERE p.merged_into IS NOT NULL)
                SELECT DISTINCT one.now AS one, other.now AS other FROM distinct_papers d
                JOIN way one ON one.id = d.paper_id
                JOIN way other ON other.id = d.other_paper_id
                """)
                .query((row, _) -> Pair.of(row.getString("one"), row.getString("other")))
                .list());
        return (one, other) -> pairs.contains(Pair.of(one, other));
    }

    /** @return whether that is new */
    public boolean say(String paperId, String otherPaperId, String changeId, String by, Instant at) {
        var pair = Pair.of(paperId, otherPaperId);
        return db.sql("""
                INSERT INTO distinct_papers (paper_id, other_paper_id, change_id, said_by, said_at)
                VALUES (:one, :other, :change, :by, :at::timestamptz)
                ON CONFLICT DO NOTHING
                """)
                        .param("one", pair.one())
                        .param("other", pair.other())
                        .param("change", changeId)
                        .param("by", by)
                        .param("at", at.toString())
                        .update()
                > 0;
    }

    /** @return whether it had been said */
    public boolean takeBack(String paperId, String otherPaperId) {
        var pair = Pair.of(paperId, otherPaperId);
        return db.sql("DELETE FROM distinct_papers WHERE paper_id = :one AND other_paper_id = :other")
                        .param("one", pair.one())
                        .param("other", pair.other())
                        .update()
                > 0;
    }

    /** What was said of one paper, oldest first. */
    public List<Said> of(String paperId) {
        return db.sql("""
                SELECT *, CASE paper_id WHEN :id THEN other_paper_id ELSE paper_id END AS other
                FROM distinct_papers WHERE :id IN (paper_id, other_paper_id)
                ORDER BY said_at, other
                """)
                .param("id", paperId)
                .query((row, _) -> new Said(
                        row.getString("other"),
                        row.getString("change_id"),
                        row.getString("said_by"),
                        row.getTimestamp("said_at").toInstant()))
                .list();
    }
}
