package io.paperpress.ingest.submission;

import io.paperpress.ingest.submission.Receipt.EntryError;
import io.paperpress.ingest.submission.Receipt.Taken;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The calls, and what each brought. */
class Batches {

    /** A submission as it is taken in. */
    record Row(String id, int idx, int line, String kind, Instant receivedAt, List<?> warnings) {}

    private static final String SAVE = """
            with saved_batch as (
                insert into batch (id, submitter, received_at, received, refused)
                values (:id, :submitter, :receivedAt, :received, :refused)
                on conflict (id) do update set received = excluded.received, refused = excluded.refused
            ), saved_errors as (
                insert into entry_error (batch_id, idx, file, line, pointer, message)
                select :id, e.index, e.file, coalesce(e.line, 0), e.pointer, e.message
                from json_to_recordset(cast(:errors as json)) as e (index int, file text, line int, pointer text, message text)
            )
            insert into submission (id, batch_id, idx, line, kind, received_at, warnings)
            select s.id, :id, s.idx, s.line, s.kind, s."receivedAt", s.warnings
            from json_to_recordset(cast(:rows as json))
                as s (id text, idx int, line int, kind text, "receivedAt" timestamptz, warnings jsonb)
            """;

    /** Entries below a batch's acknowledged count are its submitter's to see; of the others, those decided on. */
    private static final String VISIBLE = "(s.idx < b.acknowledged or s.decision is not null)";

    private static final String TOTALS = """
            select b.id, b.submitter, b.received_at, b.refused,
                   count(s.id) as taken,
                   count(*) filter (where s.id is not null and s.decision is null) as received,
                   count(*) filter (where s.decision = 'accepted') as accepted,
                   count(*) filter (where s.decision = 'updated') as updated,
                   count(*) filter (where s.decision = 'duplicate') as duplicate,
                   count(*) filter (where s.decision = 'inReview') as in_review,
                   count(*) filter (where s.decision = 'rejected') as rejected,
                   count(s.indexed_at) as indexed,
                   count(s.published_at) as published
            from batch b left join submission s on s.batch_id = b.id and %s
            where b.id = :id
            group by b.id
            """.formatted(VISIBLE);

    private static final String SUBMISSIONS = """
            select s.id, s.idx, s.decision, s.indexed_at, s.published_at
            from submission s join batch b on b.id = s.batch_id
            where s.batch_id = :id and s.idx > :after and %s
            order by s.idx limit :size
            """.formatted(VISIBLE);

    private static final String ERRORS = """
            select idx, file, line, pointer, message from entry_error
            where batch_id = :id and idx > :after order by idx limit :size
            """;

    private static final String FORGET = """
            delete from submission s using batch b
            where b.id = s.batch_id and s.decision is null and s.idx >= b.acknowledged and b.received_at < :before
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Batches(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds a chunk of a call in one statement; the counts are those of the call so far. */
    void save(Call call, int received, int refused, List<Row> rows, List<EntryError> errors) {
        jdbc.sql(SAVE)
                .param("id", call.batchId())
                .param("submitter", call.submitter())
                .param("receivedAt", Timestamp.from(call.receivedAt()))
                .param("received", received)
                .param("refused", refused)
                .param("rows", json.writeValueAsString(rows))
                .param("errors", json.writeValueAsString(errors))
                .update();
    }

    void acknowledged(String batchId, int entries) {
        jdbc.sql("update batch set acknowledged = :entries where id = :id")
                .param("entries", entries)
                .param("id", batchId)
                .update();
    }

    void delete(String batchId) {
        jdbc.sql("delete from batch where id = :id").param("id", batchId).update();
    }

    /** Drops submissions that never reached the broker and that nobody was told of. */
    int forgetUnacknowledged(Instant before) {
        return jdbc.sql(FORGET).param("before", Timestamp.from(before)).update();
    }

    Optional<BatchView> find(String id, int after, int size) {
        return jdbc.sql(TOTALS)
                .param("id", id)
                .query((row, _) -> new BatchView(
                        row.getString("id"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getInt("taken"),
                        row.getInt("refused"),
                        new BatchView.Totals(
                                row.getInt("received"),
                                row.getInt("accepted"),
                                row.getInt("updated"),
                                row.getInt("duplicate"),
                                row.getInt("in_review"),
                                row.getInt("rejected"),
                                row.getInt("indexed"),
                                row.getInt("published")),
                        List.of(),
                        List.of(),
                        null))
                .optional()
                .map(batch -> batch.page(submissions(id, after, size), errors(id, after, size), size));
    }

    List<Taken> submissions(String batchId, int after, int size) {
        return page(SUBMISSIONS, batchId, after, size)
                .query((row, _) -> {
                    String id = row.getString("id");
                    String status = Status.of(
                            row.getString("decision"),
                            row.getTimestamp("indexed_at") != null,
                            row.getTimestamp("published_at") != null);
                    return new Taken(row.getInt("idx"), id, status, "/api/submissions/" + id);
                })
                .list();
    }

    List<EntryError> errors(String batchId, int after, int size) {
        return page(ERRORS, batchId, after, size)
                .query((row, _) -> new EntryError(
                        row.getInt("idx"),
                        row.getString("file"),
                        row.getInt("line"),
                        row.getString("pointer"),
                        row.getString("message")))
                .list();
    }

    private JdbcClient.StatementSpec page(String sql, String batchId, int after, int size) {
        return jdbc.sql(sql).param("id", batchId).param("after", after).param("size", size);
    }
}
