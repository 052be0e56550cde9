package io.paperpress.catalog.store;

import io.paperpress.catalog.paper.Standing;
import io.paperpress.catalog.paper.Standing.Listed;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.PaperCatalogued;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue as readers see it; every question says which standings of papers it is about. */
@Repository
public class CatalogueReader {

    /**
     * A paper whatever its standing.
     *
     * @param state all that is known of it
     */
    public record KeptPaper(PaperCatalogued state, Standing standing) {}

    /**
     * What made a revision, who, when, from which submission or by which change.
     *
     * @param approvedBy the maintainer without whose word it would not be, where it was a proposal
     * @param reason why, where that was said
     */
    public record KeptRevision(
            long revision,
            Instant revisedAt,
            String submissionId,
            String submitter,
            String action,
            @Nullable String reason,
            @Nullable String approvedBy,
            PaperCatalogued state,
            Standing standing) {}

    /** What made a revision of a list, who, when, from which submission or by which change. */
    public record KeptListRevision(
            long revision,
            Instant revisedAt,
            String submissionId,
            String submitter,
            String action,
            @Nullable String reason,
            ListCatalogued state) {}

    private final JdbcClient db;

    CatalogueReader(JdbcClient db) {
        this.db = db;
    }

    /** A listed paper. */
    public Optional<PaperCatalogued> paper(String id) {
        return kept(id).filter(paper -> paper.standing() instanceof Listed).map(KeptPaper::state);
    }

    /** A paper whatever its standing. */
    public Optional<KeptPaper> kept(String id) {
        return db.sql("SELECT state, standing, merged_into, standing_reason FROM paper WHERE paper_id = :id")
                .param("id", id)
                .query(CatalogueReader::kept)
                .optional();
    }

    /**
     * The paper under a key, listed or withdrawn: what is said of a merged one stands on its survivor. Of several the
     * listed, and of several versions the one that was catalogued first.
     */
    public Optional<KeptPaper> paperUnder(String key) {
        return db.sql("""
                SELECT state, standing, merged_into, standing_reason FROM paper JOIN paper_key USING (paper_id)
                WHERE key = :key
                ORDER BY standing <> 'listed', (state ->> 'cataloguedAt')::timestamptz, paper_id
                LIMIT 1
                """).param("key", key).query(CatalogueReader::kept).optional();
    }

    /**
     * Listed papers by ascending id: whatever happens meanwhile, a walk meets every paper that was listed from its start
     * to its end once.
     */
    public List<PaperCatalogued> papers(String after, int size) {
        return db.sql("""
                SELECT state FROM paper WHERE paper_id > :after AND standing = 'listed'
                ORDER BY paper_id
                LIMIT :size
                """)
                .param("after", after)
                .param("size", size)
                .query(CatalogueReader::paper)
                .list();
    }

    /** Papers whatever their standing, by ascending id. */
    public List<KeptPaper> keptAfter(String after, int size) {
        return db.sql("""
                SELECT state, standing, merged_into, standing_reason FROM paper WHERE paper_id > :after
                ORDER BY paper_id
                LIMIT :size
                """)
                .param("after", after)
                .param("size", size)
                .query(CatalogueReader::kept)
                .list();
    }

    /** Listed ones. */
    public long countPapers() {
        return db.sql("""
                SELECT (SELECT count(*) FROM paper) - (SELECT count(*) FROM paper WHERE standing <> 'listed')
                """).query(Long.class).single();
    }

    /** The paper as it was at a time; empty before it entered the catalogue. */
    public Optional<KeptPaper> paperAsOf(String id, Instant at) {
        return db.sql("""
                SELECT state, standing, merged_into, reason FROM paper_revision
                WHERE paper_id = :id AND revised_at <= :at
                ORDER BY revision DESC
                LIMIT 1
                """)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .query((row, _) -> new KeptPaper(
                        Json.read(row.getString("state"), PaperCatalogued.class), Standings.read(row, "reason")))
                .optional();
    }

    /** Oldest first. */
    public List<KeptRevision> revisions(String paperId) {
        return db.sql("""
                SELECT r.*, v.decided_by FROM paper_revision r LEFT JOIN review v USING (submission_id)
                WHERE r.paper_id = :id
                ORDER BY r.revision
                """).param("id", paperId).query(CatalogueReader::revision).list();
    }

    public Optional<KeptRevision> revision(String paperId, long revision) {
        return db.sql("""
                SELECT r.*, v.decided_by FROM paper_revision r LEFT JOIN review v USING (submission_id)
                WHERE r.paper_id = :id AND r.revision = :revision
                """)
                .param("id", paperId)
                .param("revision", revision)
                .query(CatalogueReader::revision)
                .optional();
    }

    /** Slugs of the reading lists that a listed paper stands on, by this id or by one that was merged into it. */
    public List<String> listsOf(String paperId) {
        return db.sql("SELECT slug FROM reading_list_paper WHERE paper_id = :id ORDER BY slug")
                .param("id", paperId)
                .query((row, _) -> row.getString(1))
                .list();
    }

    public List<ListCatalogued> lists() {
        return db.sql("SELECT state FROM reading_list ORDER BY slug")
                .query((row, _) -> Json.read(row.getString("state"), ListCatalogued.class))
                .list();
    }

    public Optional<ListCatalogued> list(String slug) {
        return db.sql("SELECT state FROM reading_list WHERE slug = :slug")
                .param("slug", slug)
                .query((row, _) -> Json.read(row.getString("state"), ListCatalogued.class))
                .optional();
    }

    /** A list as it was at a time; empty before there was one. */
    public Optional<ListCatalogued> listAsOf(String slug, Instant at) {
        return db.sql("""
                SELECT state FROM reading_list_revision WHERE slug = :slug AND revised_at <= :at
                ORDER BY revision DESC
                LIMIT 1
                """)
                .param("slug", slug)
                .param("at", Timestamp.from(at))
                .query((row, _) -> Json.read(row.getString("state"), ListCatalogued.class))
                .optional();
    }

    /** Oldest first. */
    public List<KeptListRevision> listRevisions(String slug) {
        return db.sql("SELECT * FROM reading_list_revision WHERE slug = :slug ORDER BY revision")
                .param("slug", slug)
                .query(CatalogueReader::listRevision)
                .list();
    }

    public Optional<KeptListRevision> listRevision(String slug, long revision) {
        return db.sql("SELECT * FROM reading_list_revision WHERE slug = :slug AND revision = :revision")
                .param("slug", slug)
                .param("revision", revision)
                .query(CatalogueReader::listRevision)
                .optional();
    }

    private static KeptListRevision listRevision(ResultSet row, int number) throws SQLException {
        return new KeptListRevision(
                row.getLong("revision"),
                row.getTimestamp("revised_at").toInstant(),
                row.getString("submission_id"),
                row.getString("submitter"),
                row.getString("action"),
                row.getString("reason"),
                Json.read(row.getString("state"), ListCatalogued.class));
    }

    private static KeptPaper kept(ResultSet row, int number) throws SQLException {
        return new KeptPaper(paper(row, number), Standings.read(row, "standing_reason"));
    }

    private static PaperCatalogued paper(ResultSet row, int number) throws SQLException {
        return Json.read(row.getString("state"), PaperCatalogued.class);
    }

    private static KeptRevision revision(ResultSet row, int number) throws SQLException {
        return new KeptRevision(
                row.getLong("revision"),
                row.getTimestamp("revised_at").toInstant(),
                row.getString("submission_id"),
                row.getString("submitter"),
                row.getString("action"),
                row.getString("reason"),
                row.getString("decided_by"),
                paper(row, number),
                Standings.read(row, "reason"));
    }
}
