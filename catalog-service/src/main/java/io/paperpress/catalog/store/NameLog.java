package io.paperpress.catalog.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every change of a name, and the revisions told of them. */
@Repository
public class NameLog {

    private final JdbcClient db;

    NameLog(JdbcClient db) {
        this.db = db;
    }

    /** Remembers who changed what. */
    public void add(
            String changeId, String key, @Nullable Object before, @Nullable Object after, String by, Instant at) {
        db.sql("""
                INSERT INTO name_change (change_id, key, before, after, changed_by, changed_at)
                VALUES (:change, :key, :before::jsonb, :after::jsonb, :by, :at)
                """)
                .param("change", changeId)
                .param("key", key)
                .param("before", before == null ? null : Json.write(before))
                .param("after", after == null ? null : Json.write(after))
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The revision to tell under a key next. */
    public long next(String key) {
        return db.sql("""
                INSERT INTO name_revision (key, revision) VALUES (:key, 1)
                ON CONFLICT (key) DO UPDATE SET revision = name_revision.revision + 1
                RETURNING revision
                """).param("key", key).query(Long.class).single();
    }

    /** The newest revisions told, by key. */
    public Map<String, Long> all() {
        return db
                .sql("SELECT key, revision FROM name_revision")
                .query((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
