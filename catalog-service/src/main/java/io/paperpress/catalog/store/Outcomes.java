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
        var papers = new HashMap<String, Optional<String>>();
        if (!submissionIds.isEmpty()) {
            db.sql("SELECT submission_id, paper_id FROM submission_outcome WHERE submission_id = ANY (:ids)")
                    .param("ids", submissionIds.toArray(String[]::new))
                    .query(row -> {
                        papers.put(row.getString("submission_id"), Optional.ofNullable(row.getString("paper_id")));
                    });
        }
        return papers;
    }

    /** Puts a decision in the place of one that waited for a person. */
    public void decideAgain(SubmissionDecided decided) {
        db.sql("""
                UPDATE submission_outcome
                SET decision = :decision, paper_id = :paper, revision = :revision, decided_at = :at::timestamptz
                WHERE submission_id = :submission
                """)
                .param("decision", decided.decision().toString())
                .param("paper", decided.paperId())
                .param("revision", decided.revision())
                .param("at", decided.decidedAt().toString())
                .param("submission", decided.submissionId())
                .update();
    }

    public void save(List<SubmissionDecided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        db.sql("""
                INSERT INTO submission_outcome (submission_id, decision, paper_id, slug, revision, decided_at)
                SELECT submission, decision, paper, slug, revision::bigint, at::timestamptz
                FROM unnest(:submissions, :decisions, :papers, :slugs, :revisions, :times)
                     AS d (submission, decision, paper, slug, revision, at)
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
