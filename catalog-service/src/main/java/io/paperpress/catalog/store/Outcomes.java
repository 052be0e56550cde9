package io.paperpress.catalog.store;

import static io.paperpress.catalog.store.Json.column;

import io.paperpress.common.events.SubmissionDecided;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of every submission. */
@Repository
public class Outcomes {

    private final JdbcClient db;

    Outcomes(JdbcClient db) {
        this.db = db;
    }

    /** Of those submissions that are decided, the paper each became, if any. */
    public Map<String, Optional<String>> papers(Collection<String> submissionIds) {
        return read(
                "SELECT submission_id, paper_id FROM submission_outcome WHERE submission_id = ANY (:ids)",
                submissionIds);
    }

    /** The same of those that have an end: what waits for a maintainer has none yet. */
    public Map<String, Optional<String>> ended(Collection<String> submissionIds) {
        return read("""
                SELECT submission_id, paper_id FROM submission_outcome
                WHERE submission_id = ANY (:ids) AND decision <> 'IN_REVIEW'
                """, submissionIds);
    }

    private Map<String, Optional<String>> read(String sql, Collection<String> submissionIds) {
        var papers = new HashMap<String, Optional<String>>();
        if (!submissionIds.isEmpty()) {
            db.sql(sql).param("ids", submissionIds.toArray(String[]::new)).query(row -> {
                papers.put(row.getString("submission_id"), Optional.ofNullable(row.getString("paper_id")));
            });
        }
        return papers;
    }

    /** A decision takes the place of one that waited for a person. */
    public void save(List<SubmissionDecided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        db.sql("""
                INSERT INTO submission_outcome (submission_id, decision, paper_id, slug, revision, decided_at)
                SELECT submission, decision, paper, slug, revision::bigint, at::timestamptz
                FROM unnest(:submissions, :decisions, :papers, :slugs, :revisions, :times)
                     AS d (submission, decision, paper, slug, revision, at)
                ON CONFLICT (submission_id) DO UPDATE
                SET decision = excluded.decision, paper_id = excluded.paper_id, slug = excluded.slug,
                    revision = excluded.revision, decided_at = excluded.decided_at
                WHERE submission_outcome.decision = 'IN_REVIEW'
                """)
                .param("submissions", column(decided, SubmissionDecided::submissionId))
                .param("decisions", column(decided, SubmissionDecided::decision))
                .param("papers", column(decided, SubmissionDecided::paperId))
                .param("slugs", column(decided, SubmissionDecided::slug))
                .param("revisions", column(decided, SubmissionDecided::revision))
                .param("times", column(decided, SubmissionDecided::decidedAt))
                .update();
    }
}
