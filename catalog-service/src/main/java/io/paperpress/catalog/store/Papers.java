package io.paperpress.catalog.store;

import static io.paperpress.catalog.store.Json.column;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.list.Successors;
import io.paperpress.catalog.paper.Aliases;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Papers as decisions need them; written a batch at a time. */
@Repository
public class Papers {

    private record Key(String paperId, String key) {}

    /** As decisions read it; what does not say which standings it means is of all. */
    private static final String PAPER = "SELECT state, standing, merged_into, standing_reason FROM paper ";

    private static final String UNDER = PAPER + """
            WHERE paper_id IN (SELECT paper_id FROM paper_key WHERE key = ANY (:keys))
            ORDER BY paper_id
            """;

    private final JdbcClient db;
    private final Likenesses likenesses;
    private final Vocabularies vocabularies;
    private final PaperNames names;

    Papers(JdbcClient db, Likenesses likenesses, Vocabularies vocabularies, PaperNames names) {
        this.db = db;
        this.likenesses = likenesses;
        this.vocabularies = vocabularies;
        this.names = names;
    }

    /**
     * Every paper under any of the keys, locked until the end of the transaction: listed ones, and withdrawn ones, which
     * keep their keys. A merged paper's keys are its survivor's.
     */
    public List<Paper> under(Collection<String> keys) {
        return read(UNDER + "FOR UPDATE", keys);
    }

    /** The same for a look: nothing is locked, and another moment later it may be otherwise. */
    public List<Paper> seenUnder(Collection<String> keys) {
        return read(UNDER, keys);
    }

    /** Those of the papers that there are, for a look; withdrawn and merged ones too. */
    public List<Paper> seen(Collection<String> ids) {
        var aliases = vocabularies.current().aliases();
        return db.sql(PAPER + "WHERE paper_id = ANY (:ids) ORDER BY paper_id")
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> paper(row, aliases))
                .list();
    }

    /** Those of the papers that there are, locked until the end of the transaction; withdrawn and merged ones too. */
    public List<Paper> locked(Collection<String> ids) {
        var aliases = vocabularies.current().aliases(); // before any row is locked
        return db.sql(PAPER + "WHERE paper_id = ANY (:ids) ORDER BY paper_id FOR UPDATE")
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> paper(row, aliases))
                .list();
    }

    /** A paper that there is, locked until the end of the transaction; a withdrawn or merged one too. */
    public Paper locked(String id) {
        return locked(List.of(id)).getFirst();
    }

    private static Paper paper(ResultSet row, Aliases aliases) throws SQLException {
        return Paper.of(
                Json.read(row.getString("state"), PaperCatalogued.class),
                Standings.read(row, "standing_reason"),
                aliases);
    }

    private List<Paper> read(String sql, Collection<String> keys) {
        var aliases = vocabularies.current().aliases(); // before any row is locked
        return db.sql(sql)
                .param("keys", keys.toArray(String[]::new))
                .query((row, _) -> paper(row, aliases))
                .list();
    }

    /** Of papers that are not listed, what stands in their place: the survivor of a merge, or nothing. */
    public Successors successors(Collection<String> ids) {
        var places = new HashMap<String, Optional<String>>();
        db.sql("""
                WITH RECURSIVE way (id, paper_id, standing, merged_into) AS (
                    SELECT paper_id, paper_id, standing, merged_into FROM paper
                    WHERE paper_id = ANY (:ids) AND standing <> 'listed'
                    UNION ALL
                    SELECT way.id, next.paper_id, next.standing, next.merged_into
                    FROM way JOIN paper next ON next.paper_id = way.merged_into)
                SELECT id, CASE WHEN standing = 'listed' THEN paper_id END AS survivor
                FROM way WHERE standing <> 'merged'
                """).param("ids", ids.toArray(String[]::new)).query(row -> {
            places.put(row.getString("id"), Optional.ofNullable(row.getString("survivor")));
        });
        return new Successors(places);
    }

    /** Those of the papers that there are, whatever their standing. */
    public Set<String> known(Collection<String> ids) {
        return Set.copyOf(db.sql("SELECT paper_id FROM paper WHERE paper_id = ANY (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list());
    }

    /** The papers that were merged into this one, and those that were merged into them; any order. */
    public Set<String> mergedInto(String id) {
        return Set.copyOf(
                db.sql("""
                WITH RECURSIVE merged (paper_id) AS (
                    SELECT paper_id FROM paper WHERE merged_into = :id
                    UNION
                    SELECT p.paper_id FROM paper p JOIN merged m ON p.merged_into = m.paper_id)
                SELECT paper_id FROM merged
                """).param("id", id).query((row, _) -> row.getString(1)).list());
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
        var papers = newest.values().stream().map(PaperRow::paper).toList();
        likenesses.save(papers);
        names.save(papers);
    }

    private record PaperRow(PaperRevision revision, String state) {

        static PaperRow of(PaperRevision revision) {
            return new PaperRow(revision, Json.write(revision.paper().catalogued()));
        }

        Paper paper() {
            return revision.paper();
        }

        /** Why it stands where it stands, where nothing else is said. */
        @Nullable
        String reason() {
            return revision.reason() == null ? Standings.reason(paper().standing()) : revision.reason();
        }
    }

    private void saveStates(Collection<PaperRow> rows) {
        db.sql("""
                INSERT INTO paper (paper_id, revision, state, standing, merged_into, standing_reason)
                SELECT id, revision::bigint, state::jsonb, standing, merged_into, reason
                FROM unnest(:ids, :revisions, :states, :standings, :survivors, :reasons)
                     AS r (id, revision, state, standing, merged_into, reason)
                ON CONFLICT (paper_id) DO UPDATE
                SET revision = excluded.revision, state = excluded.state, standing = excluded.standing,
                    merged_into = excluded.merged_into, standing_reason = excluded.standing_reason
                """)
                .param("ids", column(rows, row -> row.paper().id()))
                .param("revisions", column(rows, row -> row.paper().revision()))
                .param("states", column(rows, PaperRow::state))
                .param("standings", column(rows, row -> row.paper().standing().slug()))
                .param(
                        "survivors",
                        column(rows, row -> Standings.into(row.paper().standing())))
                .param(
                        "reasons",
                        column(rows, row -> Standings.reason(row.paper().standing())))
                .update();
    }

    private void saveRevisions(Collection<PaperRow> rows) {
        db.sql("""
                INSERT INTO paper_revision (paper_id, revision, submission_id, submitter, revised_at, state,
                                            action, reason, standing, merged_into)
                SELECT id, revision::bigint, submission, submitter, at::timestamptz, state::jsonb,
                       action, reason, standing, survivor
                FROM unnest(:ids, :revisions, :submissions, :submitters, :times, :states,
                            :actions, :reasons, :standings, :survivors)
                     AS r (id, revision, submission, submitter, at, state, action, reason, standing, survivor)
                """)
                .param("ids", column(rows, row -> row.paper().id()))
                .param("revisions", column(rows, row -> row.paper().revision()))
                .param("submissions", column(rows, row -> row.paper().submissionId()))
                .param("submitters", column(rows, row -> row.revision().submitter()))
                .param("times", column(rows, row -> row.paper().revisedAt()))
                .param("states", column(rows, PaperRow::state))
                .param("actions", column(rows, row -> row.revision().action().slug()))
                .param("reasons", column(rows, PaperRow::reason))
                .param("standings", column(rows, row -> row.paper().standing().slug()))
                .param(
                        "survivors",
                        column(rows, row -> Standings.into(row.paper().standing())))
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
        if (paper.standing() instanceof Merged) {
            return List.of(); // what is submitted of it goes to its survivor, which has its claims
        }
        return IdentityKeys.of(paper).stream()
                .map(key -> new Key(paper.id(), key))
                .toList();
    }
}
