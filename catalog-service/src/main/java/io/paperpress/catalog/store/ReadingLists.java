package io.paperpress.catalog.store;

import io.paperpress.catalog.list.ReadingList;
import io.paperpress.catalog.list.Successors;
import io.paperpress.catalog.paper.Action;
import io.paperpress.common.events.ListCatalogued;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reading lists as decisions need them. */
@Repository
public class ReadingLists {

    private final JdbcClient db;

    ReadingLists(JdbcClient db) {
        this.db = db;
    }

    /** Those of the lists that there are; whoever changes one holds its lock. */
    public List<ReadingList> named(Collection<String> slugs) {
        return db.sql("""
                SELECT coalesce(tree, state) AS state, submitted_at FROM reading_list
                WHERE slug = ANY (:slugs)
                ORDER BY slug
                """)
                .param("slugs", slugs.toArray(String[]::new))
                .query((row, _) -> ReadingList.of(
                        Json.read(row.getString("state"), ListCatalogued.class),
                        instant(row.getTimestamp("submitted_at"))))
                .list();
    }

    /** Slugs of the lists on which one of the papers stands, whatever its standing. */
    public Set<String> holding(Collection<String> paperIds) {
        return Set.copyOf(db.sql("SELECT DISTINCT slug FROM reading_list_paper WHERE paper_id = ANY (:ids)")
                .param("ids", paperIds.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list());
    }

    /** What readers get of a list. */
    public ListCatalogued told(String slug) {
        return db.sql("SELECT state FROM reading_list WHERE slug = :slug")
                .param("slug", slug)
                .query((row, _) -> Json.read(row.getString("state"), ListCatalogued.class))
                .single();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** Keeps a new revision. */
    public void save(
            ReadingList list, Successors successors, String submitter, Action action, @Nullable String reason) {
        String state = Json.write(list.catalogued(successors));
        String tree = Json.write(list.catalogued(Successors.NONE));
        saveState(list, state, tree.equals(state) ? null : tree);
        db.sql("""
                INSERT INTO reading_list_revision
                    (slug, revision, submission_id, submitter, revised_at, state, action, reason)
                VALUES (:slug, :revision, :submission, :submitter, :at::timestamptz, :state::jsonb, :action, :reason)
                """)
                .param("slug", list.slug())
                .param("revision", list.revision())
                .param("submission", list.submissionId())
                .param("submitter", submitter)
                .param("at", list.revisedAt().toString())
                .param("state", state)
                .param("action", action.slug())
                .param("reason", reason)
                .update();
        savePapers(list, successors);
    }

    private void saveState(ReadingList list, String state, @Nullable String tree) {
        db.sql("""
                INSERT INTO reading_list (slug, revision, submitted_at, state, tree)
                VALUES (:slug, :revision, :submitted::timestamptz, :state::jsonb, :tree::jsonb)
                ON CONFLICT (slug) DO UPDATE
                SET revision = excluded.revision, submitted_at = excluded.submitted_at, state = excluded.state,
                    tree = excluded.tree
                """)
                .param("slug", list.slug())
                .param("revision", list.revision())
                .param("submitted", Objects.toString(list.submittedAt(), null))
                .param("state", state)
                .param("tree", tree)
                .update();
    }

    /** Under the ids that were given, and under those that readers see. */
    private void savePapers(ReadingList list, Successors successors) {
        String[] papers = list.paperIds().stream()
                .flatMap(id -> Stream.of(id, successors.of(id)))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        db.sql("DELETE FROM reading_list_paper WHERE slug = :slug AND paper_id <> ALL (:papers)")
                .param("slug", list.slug())
                .param("papers", papers)
                .update();
        db.sql("""
                INSERT INTO reading_list_paper (slug, paper_id) SELECT :slug, unnest(:papers)
                ON CONFLICT DO NOTHING
                """).param("slug", list.slug()).param("papers", papers).update();
    }

    /** Remembers that a newer page said the same. */
    public void submittedAgain(String slug, Instant at) {
        db.sql("UPDATE reading_list SET submitted_at = greatest(submitted_at, :at::timestamptz) WHERE slug = :slug")
                .param("slug", slug)
                .param("at", at.toString())
                .update();
    }
}
