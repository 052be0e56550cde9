package io.paperpress.catalog.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.EventJson;
import io.paperpress.common.messaging.SentEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told of papers and lists, numbered as it left the outbox; the same for every instance and after a restart. */
@Repository
public class ChangeLog implements SentEvents {

    /** What stands in the log of each event; what is not here is no change of a paper or list. */
    private static final Map<String, String> CHANGES = Map.of(
            "PaperCatalogued", "catalogued",
            "PaperWithdrawn", "withdrawn",
            "PaperMerged", "merged",
            "ListCatalogued", "catalogued");

    /**
     * One change.
     *
     * @param kind {@code paper} or {@code list}
     * @param key paper id, or slug
     * @param change {@code catalogued}, {@code withdrawn} or {@code merged}
     * @param into the paper it was merged into
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            long n,
            String kind,
            String key,
            long revision,
            String change,
            @Nullable String into,
            Instant at) {}

    private final JdbcClient db;
    private final Clock clock;

    ChangeLog(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What is sent again after a crash stands in the log already. */
    @Override
    public void sent(List<SentEvent> events) {
        var changes = events.stream()
                .filter(event -> CHANGES.containsKey(event.type()))
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        var states = changes.stream()
                .map(event -> EventJson.mapper().readTree(event.body()))
                .toList();
        db.sql("""
                INSERT INTO change (kind, key, revision, change, merged_into, told_at)
                SELECT kind, key, revision::bigint, change, survivor, :now::timestamptz
                FROM unnest(:kinds, :keys, :revisions, :changes, :survivors) WITH ORDINALITY
                     AS c (kind, key, revision, change, survivor, n)
                ORDER BY n
                ON CONFLICT DO NOTHING
                """)
                .param("now", clock.instant().toString())
                .param("kinds", column(changes, event -> event.topic().equals(Topics.LISTS) ? "list" : "paper"))
                .param("keys", column(changes, SentEvent::key))
                .param(
                        "revisions",
                        column(states, state -> state.path("revision").asString()))
                .param("changes", column(changes, event -> CHANGES.get(event.type())))
                .param("survivors", column(states, state -> state.path("into").asString(null)))
                .update();
    }

    private static <T> @Nullable String[] column(List<T> rows, java.util.function.Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    /** The name of this log; a number of another says nothing here. */
    public String name() {
        return db.sql("SELECT name FROM change_log").query(String.class).single();
    }

    /** The number of the newest change; 0 where there is none. */
    public long newest() {
        return db.sql("SELECT coalesce(max(n), 0) FROM change")
                .query(Long.class)
                .single();
    }

    public List<Change> after(long n, int most) {
        return db.sql("SELECT * FROM change WHERE n > :n ORDER BY n LIMIT :most")
                .param("n", n)
                .param("most", most)
                .query(ChangeLog::change)
                .list();
    }

    /** Begins another log: the numbers of this one are told again, for other changes. */
    public void beginAnew() {
        db.sql("DELETE FROM change").update();
        db.sql("UPDATE change_log SET name = DEFAULT").update();
    }

    static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("n"),
                row.getString("kind"),
                row.getString("key"),
                row.getLong("revision"),
                row.getString("change"),
                row.getString("merged_into"),
                row.getTimestamp("told_at").toInstant());
    }
}
