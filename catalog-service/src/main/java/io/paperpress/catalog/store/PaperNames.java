package io.paperpress.catalog.store;

import static io.paperpress.catalog.store.Json.column;

import io.paperpress.catalog.paper.Claims.Claim;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.ShownNames;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which papers bear a name, given or shown, and which of them are to be looked at again because a name changed. */
@Repository
public class PaperNames {

    /** A paper whose names may have changed, and whose word that was. */
    public record Due(String paperId, String changeId, String changedBy) {}

    /** Begins what stands for all venues of which the name holds a phrase. */
    private static final String PHRASE = "venue*";

    /** Stands in no folded name. */
    private static final String SEPARATOR = "\u001f";

    private final JdbcClient db;

    PaperNames(JdbcClient db) {
        this.db = db;
    }

    /** Keeps the names of papers as they are now. */
    public void save(Collection<Paper> papers) {
        if (papers.isEmpty()) {
            return;
        }
        db.sql("""
                INSERT INTO paper_names (paper_id, names)
                SELECT id, string_to_array(names, :separator) FROM unnest(:ids, :names) AS n (id, names)
                ON CONFLICT (paper_id) DO UPDATE SET names = excluded.names WHERE paper_names.names <> excluded.names
                """)
                .param("separator", SEPARATOR)
                .param("ids", column(papers, Paper::id))
                .param("names", column(papers, PaperNames::names))
                .update();
    }

    private static String names(Paper paper) {
        var claims = paper.claims();
        return String.join(
                SEPARATOR,
                ShownNames.keys(Stream.concat(claims.all().stream().map(Claim::fields), Stream.of(claims.shown()))));
    }

    public long count(String key) {
        return db.sql("SELECT count(*) FROM paper_names WHERE names @> ARRAY[:key]::text[]")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** Ids of papers that bear a name, the first in their order. */
    public List<String> under(String key, int most) {
        return db.sql("""
                SELECT paper_id FROM paper_names WHERE names @> ARRAY[:key]::text[] ORDER BY paper_id LIMIT :most
                """)
                .param("key", key)
                .param("most", most)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The papers among these that bear one of the names. */
    public List<String> among(Collection<String> paperIds, Collection<String> keys) {
        return db.sql("SELECT paper_id FROM paper_names WHERE paper_id = ANY (:ids) AND names && :keys::text[]")
                .param("ids", paperIds.toArray(String[]::new))
                .param("keys", keys.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Has the papers that bear the names looked at again; it takes no time that grows with their number. */
    public void lookAgain(Collection<String> keys, String changeId, String by) {
        db.sql("""
                INSERT INTO renaming_name (name, change_id, changed_by) SELECT unnest(:keys), :change, :by
                ON CONFLICT (name) DO UPDATE SET change_id = excluded.change_id, changed_by = excluded.changed_by
                """)
                .param("keys", keys.toArray(String[]::new))
                .param("change", changeId)
                .param("by", by)
                .update();
    }

    /** Has the papers looked at again that name a venue by something that holds a phrase. */
    public void lookAgainAtVenues(Collection<String> phrases, String changeId, String by) {
        lookAgain(phrases.stream().map(phrase -> PHRASE + phrase).toList(), changeId, by);
    }

    /** Has every paper looked at whose names nobody has kept yet. */
    public int lookAtUnknown(String changeId, String by) {
        return db.sql("""
                INSERT INTO renaming_paper (paper_id, change_id, changed_by)
                SELECT paper_id, :change, :by FROM paper p
                WHERE NOT EXISTS (SELECT FROM paper_names n WHERE n.paper_id = p.paper_id)
                ON CONFLICT DO NOTHING
                """).param("change", changeId).param("by", by).update();
    }

    /** Goes from names that changed to the papers that bear them; how many names there were. */
    public int spread() {
        return db.sql("""
                WITH changed AS (DELETE FROM renaming_name RETURNING *),
                     name AS (
                         SELECT name, change_id, changed_by FROM changed WHERE NOT starts_with(name, :phrase)
                         UNION ALL
                         SELECT venue.name, change_id, changed_by
                         FROM changed
                         JOIN (SELECT DISTINCT unnest(names) AS name FROM paper_names
                               WHERE EXISTS (SELECT FROM changed WHERE starts_with(name, :phrase))) AS venue
                              ON starts_with(changed.name, :phrase)
                                 AND starts_with(venue.name, 'venue:')
                                 AND position(substr(changed.name, length(:phrase) + 1) IN venue.name) > 0),
                     due AS (
                         INSERT INTO renaming_paper (paper_id, change_id, changed_by)
                         SELECT DISTINCT ON (paper_id) paper_id, change_id, changed_by
                         FROM name JOIN paper_names ON names @> ARRAY[name.name]
                         ORDER BY paper_id, change_id
                         ON CONFLICT (paper_id) DO UPDATE
                         SET change_id = excluded.change_id, changed_by = excluded.changed_by)
                SELECT count(*) FROM changed
                """).param("phrase", PHRASE).query(Integer.class).single();
    }

    /** Takes papers off the list that nobody else is at. */
    public List<Due> take(int most) {
        return db.sql("""
                DELETE FROM renaming_paper WHERE paper_id IN (
                    SELECT paper_id FROM renaming_paper ORDER BY paper_id LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING *
                """)
                .param("most", most)
                .query((row, _) ->
                        new Due(row.getString("paper_id"), row.getString("change_id"), row.getString("changed_by")))
                .list();
    }

    public long waiting() {
        return db.sql("SELECT (SELECT count(*) FROM renaming_name) + (SELECT count(*) FROM renaming_paper)")
                .query(Long.class)
                .single();
    }
}
