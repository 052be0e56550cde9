package io.paperpress.catalog.store;

import static io.paperpress.catalog.store.Json.column;

import io.paperpress.catalog.paper.Finding;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits for a curator's eye. */
@Repository
public class Findings {

    private final JdbcClient db;
    private final Clock clock;

    Findings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What was found about these papers by themselves, and is not found any more, is settled. */
    public void settleAboutPapers(Collection<String> paperIds) {
        if (!paperIds.isEmpty()) {
            db.sql("""
                    DELETE FROM finding
                    WHERE paper_id = ANY (:ids) AND other_paper_id IS NULL AND slug IS NULL
                    """).param("ids", paperIds.toArray(String[]::new)).update();
        }
    }

    /** Papers that are not listed any more are no curator's business, and neither are pairs with them. */
    public void settleAll(Collection<String> paperIds) {
        if (!paperIds.isEmpty()) {
            db.sql("""
                    DELETE FROM finding
                    WHERE (paper_id = ANY (:ids) OR other_paper_id = ANY (:ids)) AND slug IS NULL
                    """).param("ids", paperIds.toArray(String[]::new)).update();
        }
    }

    public void settleAboutList(String slug) {
        db.sql("DELETE FROM finding WHERE slug = :slug").param("slug", slug).update();
    }

    /** Two papers are two works: what was found about the pair is settled. */
    public void settleAboutPair(String paperId, String otherPaperId) {
        db.sql("""
                DELETE FROM finding
                WHERE kind = :kind AND (paper_id, other_paper_id) IN ((:one, :other), (:other, :one))
                """)
                .param("kind", Finding.Kind.POSSIBLE_DUPLICATE.slug())
                .param("one", paperId)
                .param("other", otherPaperId)
                .update();
    }

    /** What was found before stays as it is; of a pair one finding of a kind is enough. */
    public void add(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        db.sql("""
                INSERT INTO finding
                    (kind, paper_id, other_paper_id, slug, submission_id, pointer, message, score, found_at)
                SELECT kind, paper, other, slug, submission, pointer, message, score::float8, :now::timestamptz
                FROM unnest(:kinds, :papers, :others, :slugs, :submissions, :pointers, :messages, :scores)
                     AS f (kind, paper, other, slug, submission, pointer, message, score)
                WHERE other IS NULL OR NOT EXISTS (
                    SELECT FROM finding k
                    WHERE k.kind = f.kind AND (k.paper_id, k.other_paper_id) IN ((paper, other), (other, paper)))
                ON CONFLICT DO NOTHING
                """)
                .param("now", clock.instant().toString())
                .param("kinds", column(findings, finding -> finding.kind().slug()))
                .param("papers", column(findings, Finding::paperId))
                .param("others", column(findings, Finding::otherPaperId))
                .param("slugs", column(findings, Finding::list))
                .param("submissions", column(findings, Finding::submissionId))
                .param("pointers", column(findings, finding -> finding.remark().pointer()))
                .param("messages", column(findings, finding -> finding.remark().message()))
                .param("scores", column(findings, Finding::score))
                .update();
    }
}
