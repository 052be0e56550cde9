package io.paperpress.catalog.store;

import static io.paperpress.catalog.store.Json.column;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.paper.Aliases;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Papers as decisions need them; written a batch at a time. */
@Repository
public class Papers {

    private record Key(String paperId, String key) {}

    private static final String UNDER = """
            SELECT state FROM paper
            WHERE paper_id IN (SELECT paper_id FROM paper_key WHERE key = ANY (:keys))
            ORDER BY paper_id
            """;

    private final JdbcClient db;
    private final Vocabularies vocabularies;
    private final PaperNames names;

    Papers(JdbcClient db, Vocabularies vocabularies, PaperNames names) {
        this.db = db;
        this.vocabularies = vocabularies;
        this.names = names;
    }

    /** Every paper under any of the keys, locked until the end of the transaction. */
    public List<Paper> under(Collection<String> keys) {
        return read(UNDER + "FOR UPDATE", keys);
    }

    /** The same for a look: nothing is locked, and another moment later it may be otherwise. */
    public List<Paper> seenUnder(Collection<String> keys) {
        return read(UNDER, keys);
    }

    /** Those of the papers that there are, for a look. */
    public List<Paper> seen(Collection<String> ids) {
        var aliases = vocabularies.current().aliases();
        return db.sql("SELECT state FROM paper WHERE paper_id = ANY (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> paper(row, aliases))
                .list();
    }

    /** A paper that there is, locked until the end of the transaction. */
    public Paper locked(String id) {
        var aliases = vocabularies.current().aliases();
        return db.sql("SELECT state FROM paper WHERE paper_id = :id FOR UPDATE")
                .param("id", id)
                .query((row, _) -> paper(row, aliases))
                .single();
    }

    /** Those of the papers that there are, locked until the end of the transaction. */
    public List<Paper> locked(Collection<String> ids) {
        var aliases = vocabularies.current().aliases();
        return db.sql("SELECT state FROM paper WHERE paper_id = ANY (:ids) ORDER BY paper_id FOR UPDATE")
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> paper(row, aliases))
                .list();
    }

    private static Paper paper(ResultSet row, Aliases aliases) throws SQLException {
        return Paper.of(Json.read(row.getString("state"), PaperCatalogued.class), aliases);
    }

    private List<Paper> read(String sql, Collection<String> keys) {
        var aliases = vocabularies.current().aliases(); // before any row is locked
        return db.sql(sql)
                .param("keys", keys.toArray(String[]::new))
                .query((row, _) -> paper(row, aliases))
                .list();
    }

    /** Shown values by paper id. */
    public Map<String, PaperFields> shown(Collection<String> ids) {
        return db
                .sql("SELECT state FROM paper WHERE paper_id = ANY (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> Json.read(row.getString("state"), PaperCatalogued.class))
                .list()
                .stream()
                .collect(Collectors.toMap(PaperCatalogued::paperId, PaperCatalogued::paper));
    }

    /**
     * Keeps new states.
     *
     * @param revisions of each paper all that are new, rising
     * @param known the papers among them that were there before, as they were
     */
    public void save(List<PaperRevision> revisions, Collection<Paper> known) {
        if (revisions.isEmpty()) {
            return;
        }
        var states = revisions.stream().map(PaperRow::of).toList();
        var newest = new LinkedHashMap<String, PaperRow>();
        states.forEach(row -> newest.put(row.paper().id(), row));
        saveStates(newest.values());
        saveRevisions(states);
        saveKeys(newest, known);
        names.save(newest.values().stream().map(PaperRow::paper).toList());
    }

    private record PaperRow(Paper paper, String submitter, String state) {

        static PaperRow of(PaperRevision revision) {
            return new PaperRow(
                    revision.paper(),
                    revision.submitter(),
                    Json.write(revision.paper().catalogued()));
        }
    }

    private void saveStates(Collection<PaperRow> rows) {
        db.sql("""
                INSERT INTO paper (paper_id, revision, state)
                SELECT id, revision::bigint, state::jsonb FROM unnest(:ids, :revisions, :states) AS r (id, revision, state)
                ON CONFLICT (paper_id) DO UPDATE SET revision = excluded.revision, state = excluded.state
                """)
                .param("ids", column(rows, row -> row.paper().id()))
                .param("revisions", column(rows, row -> row.paper().revision()))
                .param("states", column(rows, PaperRow::state))
                .update();
    }

    private void saveRevisions(Collection<PaperRow> rows) {
        db.sql("""
                INSERT INTO paper_revision (paper_id, revision, submission_id, submitter, revised_at, state)
                SELECT id, revision::bigint, submission, submitter, at::timestamptz, state::jsonb
                FROM unnest(:ids, :revisions, :submissions, :submitters, :times, :states)
                     AS r (id, revision, submission, submitter, at, state)
                """)
                .param("ids", column(rows, row -> row.paper().id()))
                .param("revisions", column(rows, row -> row.paper().revision()))
                .param("submissions", column(rows, row -> row.paper().submissionId()))
                .param("submitters", column(rows, PaperRow::submitter))
                .param("times", column(rows, row -> row.paper().revisedAt()))
                .param("states", column(rows, PaperRow::state))
                .update();
    }

    /** A paper keeps only the keys that its sources give it now. */
    private void saveKeys(Map<String, PaperRow> newest, Collection<Paper> known) {
        var now = newest.values().stream()
                .flatMap(row -> keys(row.paper()).stream())
                .collect(Collectors.toSet());
        var before = known.stream()
                .filter(paper -> newest.containsKey(paper.id()))
                .flatMap(paper -> keys(paper).stream())
                .collect(Collectors.toSet());
        var gone = before.stream().filter(key -> !now.contains(key)).toList();
        if (!gone.isEmpty()) {
            db.sql("DELETE FROM paper_key WHERE (paper_id, key) IN (SELECT * FROM unnest(:ids, :keys))")
                    .param("ids", column(gone, Key::paperId))
                    .param("keys", column(gone, Key::key))
                    .update();
        }
        var fresh = now.stream().filter(key -> !before.contains(key)).toList();
        if (!fresh.isEmpty()) {
            db.sql("INSERT INTO paper_key (paper_id, key) SELECT * FROM unnest(:ids, :keys)")
                    .param("ids", column(fresh, Key::paperId))
                    .param("keys", column(fresh, Key::key))
                    .update();
        }
    }

    private static List<Key> keys(Paper paper) {
        return IdentityKeys.of(paper).stream()
                .map(key -> new Key(paper.id(), key))
                .toList();
    }
}
