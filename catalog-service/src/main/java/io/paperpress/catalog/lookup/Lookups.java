package io.paperpress.catalog.lookup;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.messaging.EventJson;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What registries are to be asked, and what they answered. */
@Repository
public class Lookups {

    /** How long an instance has for one question; then another takes it up. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final Registries registries;

    Lookups(JdbcClient db, Registries registries) {
        this.db = db;
        this.registries = registries;
    }

    /** Has registries asked about these papers. Must be called in the transaction that accepts them. */
    public void request(Collection<PaperFields> papers) {
        for (PaperFields paper : papers) {
            registries
                    .toAsk(paper)
                    .ifPresent(identifier -> db.sql("""
                            INSERT INTO lookup (scheme, value, registry, due_at)
                            VALUES (:scheme, :value, :registry, now())
                            ON CONFLICT DO NOTHING
                            """)
                            .param("scheme", identifier.scheme())
                            .param("value", identifier.value())
                            .param(
                                    "registry",
                                    registries.first(identifier).orElseThrow().name())
                            .update());
        }
    }

    /**
     * An identifier to ask about.
     *
     * @param asked how often it was asked for before
     */
    record Due(Identifier identifier, int asked) {}

    /** Takes what is due, so that no other instance does. */
    List<Due> take(MetadataSource source) {
        return db.sql("""
                UPDATE lookup SET due_at = now() + :lease * interval '1 s', asked = asked + 1
                WHERE (scheme, value) IN (
                    SELECT scheme, value FROM lookup
                    WHERE registry = :registry AND due_at <= now()
                    ORDER BY due_at LIMIT :most
                    FOR UPDATE SKIP LOCKED)
                RETURNING scheme, value, asked - 1 AS before
                """)
                .param("lease", LEASE.toSeconds())
                .param("registry", source.name())
                .param("most", source.atOnce())
                .query((row, _) ->
                        new Due(new Identifier(row.getString("scheme"), row.getString("value")), row.getInt("before")))
                .list();
    }

    /** What this registry said of these before. */
    Map<Identifier, PaperFields> known(MetadataSource source, Collection<Identifier> identifiers) {
        var known = new HashMap<Identifier, PaperFields>();
        for (Identifier identifier : identifiers) {
            db.sql(
                            "SELECT fields FROM lookup_answer WHERE scheme = :scheme AND value = :value AND registry = :registry")
                    .param("scheme", identifier.scheme())
                    .param("value", identifier.value())
                    .param("registry", source.name())
                    .query((row, _) -> EventJson.mapper().readValue(row.getString(1), PaperFields.class))
                    .optional()
                    .ifPresent(fields -> known.put(identifier, fields));
        }
        return known;
    }

    void keep(MetadataSource source, Map<Identifier, PaperFields> answers) {
        answers.forEach((identifier, fields) -> db.sql("""
                        INSERT INTO lookup_answer (scheme, value, registry, fields, answered_at)
                        VALUES (:scheme, :value, :registry, :fields::jsonb, now())
                        ON CONFLICT (scheme, value) DO UPDATE
                        SET registry = excluded.registry, fields = excluded.fields, answered_at = excluded.answered_at
                        """)
                .param("scheme", identifier.scheme())
                .param("value", identifier.value())
                .param("registry", source.name())
                .param("fields", EventJson.mapper().writeValueAsString(fields))
                .update());
    }

    void done(Collection<Identifier> identifiers) {
        identifiers.forEach(identifier -> db.sql("DELETE FROM lookup WHERE scheme = :scheme AND value = :value")
                .param("scheme", identifier.scheme())
                .param("value", identifier.value())
                .update());
    }

    void askLater(Identifier identifier, Duration pause, String obstacle) {
        db.sql("""
                UPDATE lookup SET due_at = now() + :millis * interval '1 ms', obstacle = :obstacle
                WHERE scheme = :scheme AND value = :value
                """)
                .param("millis", pause.toMillis())
                .param("obstacle", obstacle)
                .param("scheme", identifier.scheme())
                .param("value", identifier.value())
                .update();
    }

    void askOther(Identifier identifier, MetadataSource other) {
        db.sql("""
                UPDATE lookup SET registry = :registry, asked = 0, due_at = now()
                WHERE scheme = :scheme AND value = :value
                """)
                .param("registry", other.name())
                .param("scheme", identifier.scheme())
                .param("value", identifier.value())
                .update();
    }

    /** Nobody is asked any more, until an operator sets {@code due_at} again. */
    void giveUp(Identifier identifier, String obstacle) {
        db.sql("UPDATE lookup SET due_at = null, obstacle = :obstacle WHERE scheme = :scheme AND value = :value")
                .param("obstacle", obstacle)
                .param("scheme", identifier.scheme())
                .param("value", identifier.value())
                .update();
    }
}
