package io.paperpress.catalog.store;

import io.paperpress.common.events.NameKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Aliases with who made them and when. */
@Repository
public class AliasRows {

    /** The scope of an alias that holds wherever its name stands. */
    public static final String EVERYWHERE = "";

    /**
     * One alias.
     *
     * @param folded the form by which its name matches
     * @param scope tells the several of one name apart
     */
    public record Row(
            NameKind kind,
            String folded,
            String scope,
            String name,
            String canonical,
            String canonicalFolded,
            @Nullable String orcid,
            List<String> papers,
            String changeId,
            String changedBy,
            Instant changedAt) {

        public Row {
            papers = List.copyOf(papers);
        }

        /** Whether it says the same, whoever said it. */
        public boolean says(Row other) {
            return name.equals(other.name) && canonical.equals(other.canonical) && papers.equals(other.papers);
        }
    }

    private final JdbcClient db;

    AliasRows(JdbcClient db) {
        this.db = db;
    }

    /** Those of one name, that which holds everywhere first. */
    public List<Row> of(NameKind kind, String folded) {
        return db.sql("SELECT * FROM alias WHERE kind = :kind AND folded = :folded ORDER BY scope")
                .param("kind", kind.slug())
                .param("folded", folded)
                .query(AliasRows::row)
                .list();
    }

    /** By folded name. */
    public List<Row> after(NameKind kind, String folded, String scope, int size, @Nullable String canonicalFolded) {
        return db.sql("""
                SELECT * FROM alias
                WHERE kind = :kind AND (folded, scope) > (:folded, :scope)
                  AND (:canonical::text IS NULL OR canonical_folded = :canonical)
                ORDER BY folded, scope
                LIMIT :size
                """)
                .param("kind", kind.slug())
                .param("folded", folded)
                .param("scope", scope)
                .param("canonical", canonicalFolded)
                .param("size", size)
                .query(AliasRows::row)
                .list();
    }

    public void put(Row row) {
        db.sql("""
                INSERT INTO alias (kind, folded, scope, name, canonical, canonical_folded, orcid, papers,
                                   change_id, changed_by, changed_at)
                VALUES (:kind, :folded, :scope, :name, :canonical, :canonicalFolded, :orcid, :papers,
                        :change, :by, :at)
                ON CONFLICT (kind, folded, scope) DO UPDATE
                SET name = excluded.name, canonical = excluded.canonical, canonical_folded = excluded.canonical_folded,
                    papers = excluded.papers, change_id = excluded.change_id, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at
                """)
                .param("kind", row.kind().slug())
                .param("folded", row.folded())
                .param("scope", row.scope())
                .param("name", row.name())
                .param("canonical", row.canonical())
                .param("canonicalFolded", row.canonicalFolded())
                .param("orcid", row.orcid())
                .param("papers", row.papers().toArray(String[]::new))
                .param("change", row.changeId())
                .param("by", row.changedBy())
                .param("at", Timestamp.from(row.changedAt()))
                .update();
    }

    public void delete(Row row) {
        db.sql("DELETE FROM alias WHERE kind = :kind AND folded = :folded AND scope = :scope")
                .param("kind", row.kind().slug())
                .param("folded", row.folded())
                .param("scope", row.scope())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                NameKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("folded"),
                row.getString("scope"),
                row.getString("name"),
                row.getString("canonical"),
                row.getString("canonical_folded"),
                row.getString("orcid"),
                List.of((String[]) row.getArray("papers").getArray()),
                row.getString("change_id"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
