package io.paperpress.catalog.curation;

import io.paperpress.common.messaging.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** Findings as curators see them: those that are kept, those that time brings about, and which of them are dismissed. */
@Repository
class OpenFindings {

    /**
     * A finding.
     *
     * @param id the same whenever the same is found again
     * @param evidence what it was found by, where that is not the papers themselves
     * @param dismissedBy who does not want to see it, {@code null} for an open one
     */
    record KeptFinding(
            String id,
            String kind,
            @Nullable String paperId,
            @Nullable String otherPaperId,
            @Nullable String list,
            String submissionId,
            @Nullable String pointer,
            String message,
            @Nullable Double score,
            @Nullable JsonNode evidence,
            Instant foundAt,
            @Nullable String dismissedBy,
            @Nullable Instant dismissedAt,
            @Nullable String dismissalReason) {}

    /** Which are asked for; {@code null} for any. */
    record Filter(
            @Nullable String kind,
            @Nullable String paperId,
            @Nullable String list,
            boolean isDismissed) {}

    /** A place in the order of time and id. */
    record Place(Instant foundAt, String id) {

        static final Place FIRST = new Place(Instant.EPOCH, "");
    }

    static final String STALE_PREPRINT = "stale-preprint";

    /** Two alike of one subject, as two messages of one pair, are one finding. */
    private static final String ALL = """
            WITH found AS (
                SELECT DISTINCT ON (subject) subject AS id, kind, paper_id, other_paper_id, slug, submission_id, pointer,
                       message, score, NULL::jsonb AS evidence, found_at
                FROM finding WHERE kind <> 'alias-proposal' ORDER BY subject, finding_id),
            every AS (
                SELECT * FROM found
                UNION ALL
                SELECT md5('stale-preprint' || chr(31) || paper_id), 'stale-preprint', paper_id, NULL, NULL,
                       state ->> 'submissionId', '/venue',
                       'Shown as a preprint of ' || (state #>> '{paper,year}') || '.', NULL, NULL,
                       (state ->> 'revisedAt')::timestamptz
                FROM paper
                WHERE standing = 'listed' AND state #>> '{paper,venue}' = 'arXiv'
                  AND (state #>> '{paper,year}')::int <= :staleYear
                UNION ALL
                SELECT md5('alias-proposal' || chr(31) || proposal_id), 'alias-proposal', NULL, NULL, NULL, proposal_id,
                       NULL, '“' || name || '” may be “' || canonical || '”.', score,
                       jsonb_build_object('kind', kind, 'name', name, 'canonical', canonical,
                                          'reasons', to_jsonb(reasons), 'found', evidence),
                       found_at
                FROM alias_proposal),
            asked AS (
                SELECT e.*, d.dismissed_by, d.dismissed_at, d.reason
                FROM every e LEFT JOIN finding_dismissal d ON d.subject = e.id
                WHERE (d.subject IS NOT NULL) = :dismissed
                  AND (:paper::text IS NULL OR :paper IN (e.paper_id, e.other_paper_id))
                  AND (:list::text IS NULL OR e.slug = :list))
            """;

    private final JdbcClient db;
    private final CurationSettings settings;
    private final Clock clock;

    OpenFindings(JdbcClient db, CurationSettings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /** Oldest first. */
    List<KeptFinding> after(Place place, Filter filter, int size) {
        return asked("""
                SELECT * FROM asked
                WHERE (:kind::text IS NULL OR kind = :kind) AND (found_at, id) > (:at, :id)
                ORDER BY found_at, id
                LIMIT :size
                """, filter)
                .param("kind", filter.kind())
                .param("at", Timestamp.from(place.foundAt()))
                .param("id", place.id())
                .param("size", size)
                .query(OpenFindings::read)
                .list();
    }

    /** How many of each kind, whatever kind is asked for. */
    Map<String, Long> counts(Filter filter) {
        var counts = new LinkedHashMap<String, Long>();
        asked("SELECT kind, count(*) AS n FROM asked GROUP BY kind ORDER BY kind", filter)
                .query(row -> {
                    counts.put(row.getString("kind"), row.getLong("n"));
                });
        return counts;
    }

    /** Open or dismissed. */
    Optional<KeptFinding> find(String id) {
        return find(id, false).or(() -> find(id, true));
    }

    private Optional<KeptFinding> find(String id, boolean isDismissed) {
        return asked("SELECT * FROM asked WHERE id = :id", new Filter(null, null, null, isDismissed))
                .param("id", id)
                .query(OpenFindings::read)
                .optional();
    }

    private JdbcClient.StatementSpec asked(String question, Filter filter) {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        return db.sql(ALL + question)
                .param("staleYear", year - settings.stalePreprintYears())
                .param("dismissed", filter.isDismissed())
                .param("paper", filter.paperId())
                .param("list", filter.list());
    }

    /** To say it again changes nothing. */
    void dismiss(KeptFinding finding, @Nullable String reason, String changeId, String by) {
        db.sql("""
                INSERT INTO finding_dismissal (subject, kind, reason, change_id, dismissed_by, dismissed_at)
                VALUES (:id, :kind, :reason, :change, :by, :now)
                ON CONFLICT DO NOTHING
                """)
                .param("id", finding.id())
                .param("kind", finding.kind())
                .param("reason", reason)
                .param("change", changeId)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void reopen(String id) {
        db.sql("DELETE FROM finding_dismissal WHERE subject = :id")
                .param("id", id)
                .update();
    }

    private static KeptFinding read(ResultSet row, int number) throws SQLException {
        Timestamp dismissedAt = row.getTimestamp("dismissed_at");
        return new KeptFinding(
                row.getString("id"),
                row.getString("kind"),
                row.getString("paper_id"),
                row.getString("other_paper_id"),
                row.getString("slug"),
                row.getString("submission_id"),
                row.getString("pointer"),
                row.getString("message"),
                row.getObject("score", Double.class),
                evidence(row.getString("evidence")),
                row.getTimestamp("found_at").toInstant(),
                row.getString("dismissed_by"),
                dismissedAt == null ? null : dismissedAt.toInstant(),
                row.getString("reason"));
    }

    private static @Nullable JsonNode evidence(@Nullable String json) {
        return json == null ? null : EventJson.mapper().readTree(json);
    }
}
