package io.paperpress.catalog.store;

import static io.paperpress.catalog.store.Json.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposed aliases, and those that nobody wants to see again. */
@Repository("aliasProposals")
public class Proposals {

    /** What speaks for a proposal, in numbers. */
    public record Evidence(long papers, long canonicalPapers, List<String> examples, List<String> canonicalExamples) {}

    /**
     * One proposal.
     *
     * @param id the same whenever the same two names are proposed
     * @param call what applies it, as a person reads it
     */
    public record Proposal(
            String id,
            String kind,
            String name,
            String canonical,
            double score,
            List<String> reasons,
            Evidence evidence,
            String call,
            Instant foundAt) {}

    private final JdbcClient db;

    Proposals(JdbcClient db) {
        this.db = db;
    }

    /** Puts those of a kind in the place of what was found before, but for dismissed ones; findings follow. */
    public void replace(String kind, List<Proposal> found) {
        db.sql("""
                DELETE FROM alias_proposal WHERE kind = :kind AND proposal_id <> ALL (:ids)
                """)
                .param("kind", kind)
                .param("ids", column(found, Proposal::id))
                .update();
        db.sql("""
                INSERT INTO alias_proposal (proposal_id, kind, name, canonical, score, reasons, evidence, found_at)
                SELECT id, :kind, name, canonical, score::float8, string_to_array(reasons, E'\\n'), evidence::jsonb,
                       at::timestamptz
                FROM unnest(:ids, :names, :canonicals, :scores, :reasons, :evidence, :times)
                     AS p (id, name, canonical, score, reasons, evidence, at)
                WHERE NOT EXISTS (SELECT FROM alias_dismissal d
                                  WHERE d.kind = :kind AND (d.one_name, d.other_name) IN ((name, canonical), (canonical, name)))
                ON CONFLICT (proposal_id) DO UPDATE
                SET name = excluded.name, canonical = excluded.canonical, score = excluded.score,
                    reasons = excluded.reasons, evidence = excluded.evidence
                """)
                .param("kind", kind)
                .param("ids", column(found, Proposal::id))
                .param("names", column(found, Proposal::name))
                .param("canonicals", column(found, Proposal::canonical))
                .param("scores", column(found, Proposal::score))
                .param("reasons", column(found, proposal -> String.join("\n", proposal.reasons())))
                .param("evidence", column(found, proposal -> Json.write(proposal.evidence())))
                .param("times", column(found, Proposal::foundAt))
                .update();
        findings(kind, found);
    }

    private void findings(String kind, List<Proposal> found) {
        db.sql("""
                DELETE FROM finding f WHERE f.kind = 'alias-proposal' AND f.pointer LIKE '/' || :kind || '/%'
                AND NOT EXISTS (SELECT FROM alias_proposal p WHERE f.pointer = '/' || :kind || '/' || p.proposal_id)
                """).param("kind", kind).update();
        db.sql("""
                INSERT INTO finding (kind, submission_id, pointer, message, score, found_at)
                SELECT 'alias-proposal', proposal_id, '/' || :kind || '/' || proposal_id, m.message, score, found_at
                FROM alias_proposal JOIN unnest(:ids, :messages) AS m (id, message) ON id = proposal_id
                WHERE NOT EXISTS (SELECT FROM finding f WHERE f.kind = 'alias-proposal'
                                  AND f.pointer = '/' || :kind || '/' || proposal_id)
                """)
                .param("kind", kind)
                .param("ids", column(found, Proposal::id))
                .param(
                        "messages",
                        column(
                                found,
                                proposal -> "“%s” may be “%s”. %s To apply it: %s"
                                        .formatted(
                                                proposal.name(),
                                                proposal.canonical(),
                                                String.join(" ", proposal.reasons()),
                                                proposal.call())))
                .update();
    }

    /** Best first, from a place on. */
    public List<Proposal> after(@Nullable String kind, int skipped, int size) {
        return db.sql("""
                SELECT * FROM alias_proposal WHERE :kind::text IS NULL OR kind = :kind
                ORDER BY score DESC, proposal_id
                OFFSET :skipped LIMIT :size
                """)
                .param("kind", kind)
                .param("skipped", skipped)
                .param("size", size)
                .query((row, _) -> proposal(row))
                .list();
    }

    public Optional<Proposal> find(String id) {
        return db.sql("SELECT * FROM alias_proposal WHERE proposal_id = :id")
                .param("id", id)
                .query((row, _) -> proposal(row))
                .optional();
    }

    /** The proposal is never made again. */
    public void dismiss(Proposal proposal, String by, Instant at) {
        boolean isInOrder = proposal.name().compareTo(proposal.canonical()) < 0;
        db.sql("""
                INSERT INTO alias_dismissal (kind, one_name, other_name, dismissed_by, dismissed_at)
                VALUES (:kind, :one, :other, :by, :at)
                ON CONFLICT DO NOTHING
                """)
                .param("kind", proposal.kind())
                .param("one", isInOrder ? proposal.name() : proposal.canonical())
                .param("other", isInOrder ? proposal.canonical() : proposal.name())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
        db.sql("DELETE FROM alias_proposal WHERE proposal_id = :id")
                .param("id", proposal.id())
                .update();
        db.sql("DELETE FROM finding WHERE kind = 'alias-proposal' AND submission_id = :id")
                .param("id", proposal.id())
                .update();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getString("proposal_id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("canonical"),
                row.getDouble("score"),
                List.of((String[]) row.getArray("reasons").getArray()),
                Json.read(row.getString("evidence"), Evidence.class),
                "",
                row.getTimestamp("found_at").toInstant());
    }
}
