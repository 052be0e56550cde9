package io.paperpress.catalog.store;

import io.paperpress.common.events.NameKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names that listed papers are shown under, counted. */
@Repository
public class ShownUses {

    /**
     * A name and the papers that show it.
     *
     * @param family of an author, by which people who may be one stand together; else empty
     * @param examples ids of some papers
     */
    public record Use(String name, String family, long papers, List<String> examples, Set<String> orcids) {}

    private final JdbcClient db;

    ShownUses(JdbcClient db) {
        this.db = db;
    }

    /** How much was ever written to papers, for seeing whether anything was since; it may lag behind. */
    public long writes() {
        return db.sql("SELECT coalesce(sum(n_tup_ins + n_tup_upd), 0) FROM pg_stat_user_tables WHERE relname = 'paper'")
                .query(Long.class)
                .single();
    }

    /** All names of a kind; of authors use {@link #authors}. */
    public List<Use> of(NameKind kind) {
        String names = switch (kind) {
            case INSTITUTION -> "jsonb_array_elements_text(state -> 'paper' -> 'institutions')";
            case KEYWORD -> "jsonb_array_elements_text(state -> 'paper' -> 'keywords')";
            case VENUE -> "(SELECT state -> 'paper' ->> 'venue' AS name)";
            case AUTHOR -> throw new IllegalArgumentException("There may be too many authors for one list");
        };
        return db.sql("""
                SELECT name, '' AS family, count(*) AS papers, ARRAY[min(paper_id), max(paper_id)] AS examples,
                       '{}'::text[] AS orcids
                FROM paper, LATERAL %s AS n (name)
                WHERE standing = 'listed' AND name IS NOT NULL
                GROUP BY name
                ORDER BY count(*) DESC, name
                LIMIT 50000
                """.formatted(names)).query((row, _) -> use(row)).list();
    }

    /** Authors of whom the family name is not one person's alone, those of one family name after each other. */
    public void authors(Consumer<Use> each) {
        try (Stream<Use> uses = db.sql("""
                WITH author AS (
                    SELECT a ->> 'name' AS name, paper_id, a ->> 'orcid' AS orcid
                    FROM paper, jsonb_array_elements(state -> 'paper' -> 'authors') AS a
                    WHERE standing = 'listed'),
                person AS (
                    SELECT name, count(*) AS papers, ARRAY[min(paper_id), max(paper_id)] AS examples,
                           coalesce(array_agg(DISTINCT orcid) FILTER (WHERE orcid IS NOT NULL), '{}') AS orcids,
                           lower(regexp_replace(normalize(regexp_replace(name, '^.*[ .]', ''), NFKD),
                                                '[\u0300-\u036f]', '', 'g')) AS family
                    FROM author GROUP BY name)
                SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY family) AS namesakes FROM person) AS p
                WHERE namesakes > 1
                ORDER BY family, papers DESC, name
                """).withFetchSize(1000).query((row, _) -> use(row)).stream()) {
            uses.forEach(each);
        }
    }

    /** Folded names of those who wrote with the bearers of a name, on some of their papers. */
    public Set<String> coauthors(String key) {
        return Set.copyOf(db.sql("""
                SELECT DISTINCT substr(name, length('author:') + 1)
                FROM (SELECT names FROM paper_names WHERE names @> ARRAY[:key]::text[] LIMIT 50) AS p, unnest(names) AS name
                WHERE starts_with(name, 'author:') AND name <> :key
                """)
                .param("key", key)
                .query((row, _) -> row.getString(1))
                .list());
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(
                row.getString("name"),
                row.getString("family"),
                row.getLong("papers"),
                Stream.of((String[]) row.getArray("examples").getArray())
                        .distinct()
                        .toList(),
                Set.of((String[]) row.getArray("orcids").getArray()));
    }
}
