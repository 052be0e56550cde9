package io.paperpress.catalog.oai;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.messaging.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Papers as records: each at its newest change in the log, whose time is the record's datestamp. Times of the log rise with
 * its numbers, so nothing appears behind what a harvester has seen.
 */
@Repository
class OaiRecords {

    private static final String SETS = "[A-Za-z0-9_.!~*()''-]+";

    /** One record. */
    record OaiRecord(long n, Instant datestamp, boolean isDeleted, PaperCatalogued paper, List<String> sets) {}

    /** A set of records. */
    record OaiSet(String spec, String name) {}

    private static final String NEWEST = """
            SELECT c.n, c.told_at, c.change <> 'catalogued' OR p.standing <> 'listed' AS deleted, p.state
            FROM change c JOIN paper p ON p.paper_id = c.key
            WHERE c.kind = 'paper'
              AND NOT EXISTS (SELECT FROM change d WHERE d.kind = 'paper' AND d.key = c.key AND d.revision > c.revision)
            """;

    private final JdbcClient db;

    OaiRecords(JdbcClient db) {
        this.db = db;
    }

    Optional<OaiRecord> record(String paperId) {
        return withSets(db.sql(NEWEST + " AND c.key = :id")
                        .param("id", paperId)
                        .query(OaiRecords::read)
                        .list())
                .stream()
                .findFirst();
    }

    /** In the order of the log. */
    List<OaiRecord> records(Selection selection, long after, int most) {
        return withSets(db.sql(NEWEST + """
                  AND c.n > :after
                  AND (:from::timestamptz IS NULL OR c.told_at >= :from)
                  AND (:before::timestamptz IS NULL OR c.told_at < :before)
                  AND (:list::text IS NULL
                       OR EXISTS (SELECT FROM reading_list_paper l WHERE l.slug = :list AND l.paper_id = c.key))
                  AND (:keyword::text IS NULL OR jsonb_exists(p.state #> '{paper,keywords}', :keyword))
                ORDER BY c.n
                LIMIT :most
                """)
                .param("after", after)
                .param("from", timestamp(selection.from()))
                .param("before", timestamp(selection.before()))
                .param("list", in("list:", selection.set()))
                .param("keyword", in("keyword:", selection.set()))
                .param("most", most)
                .query(OaiRecords::read)
                .list());
    }

    /** Reading lists and known keywords whose names the protocol can say. */
    List<OaiSet> sets() {
        return db.sql("""
                SELECT 'list:' || slug AS spec, state ->> 'title' AS name FROM reading_list WHERE slug ~ :form
                UNION ALL
                SELECT 'keyword:' || keyword_id, label FROM keyword WHERE keyword_id ~ :form
                ORDER BY spec
                """)
                .param("form", "^" + SETS + "$")
                .query((row, _) -> new OaiSet(row.getString("spec"), row.getString("name")))
                .list();
    }

    /** When the first record changed last, at the earliest. */
    Optional<Instant> earliest() {
        return db.sql("SELECT min(told_at) AS at FROM change WHERE kind = 'paper'")
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single();
    }

    private List<OaiRecord> withSets(List<OaiRecord> records) {
        var sets = new HashMap<String, List<String>>();
        db.sql(
                        "SELECT paper_id, slug FROM reading_list_paper WHERE paper_id = ANY (:ids) AND slug ~ :form ORDER BY slug")
                .param(
                        "ids",
                        records.stream().map(record -> record.paper().paperId()).toArray(String[]::new))
                .param("form", "^" + SETS + "$")
                .query(row -> {
                    sets.computeIfAbsent(row.getString("paper_id"), _ -> new ArrayList<>())
                            .add("list:" + row.getString("slug"));
                });
        var known = db.sql("SELECT keyword_id FROM keyword WHERE keyword_id ~ :form")
                .param("form", "^" + SETS + "$")
                .query((row, _) -> row.getString(1))
                .list();
        return records.stream().map(record -> withSets(record, sets, known)).toList();
    }

    private static OaiRecord withSets(OaiRecord record, Map<String, List<String>> lists, List<String> known) {
        var sets = new ArrayList<>(lists.getOrDefault(record.paper().paperId(), List.of()));
        record.paper().paper().keywords().stream()
                .filter(known::contains)
                .distinct()
                .forEach(word -> sets.add("keyword:" + word));
        return new OaiRecord(record.n(), record.datestamp(), record.isDeleted(), record.paper(), sets);
    }

    private static OaiRecord read(ResultSet row, int number) throws SQLException {
        return new OaiRecord(
                row.getLong("n"),
                row.getTimestamp("told_at").toInstant(),
                row.getBoolean("deleted"),
                EventJson.mapper().readValue(row.getString("state"), PaperCatalogued.class),
                List.of());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static @Nullable String in(String prefix, @Nullable String set) {
        if (set == null) {
            return null;
        }
        return set.startsWith(prefix) ? set.substring(prefix.length()) : null;
    }
}
