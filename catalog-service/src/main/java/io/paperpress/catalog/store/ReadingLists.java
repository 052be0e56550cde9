package io.paperpress.catalog.store;

import io.paperpress.catalog.list.ReadingList;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListItem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
        return db.sql("SELECT state, submitted_at FROM reading_list WHERE slug = ANY (:slugs)")
                .param("slugs", slugs.toArray(String[]::new))
                .query((row, _) -> ReadingList.of(
                        Json.read(row.getString("state"), ListCatalogued.class),
                        instant(row.getTimestamp("submitted_at"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** Keeps a new revision. */
    public void save(ReadingList list, String submitter) {
        String state = Json.write(list.catalogued());
        saveState(list, state);
        db.sql("""
                INSERT INTO reading_list_revision (slug, revision, submission_id, submitter, revised_at, state)
                VALUES (:slug, :revision, :submission, :submitter, :at::timestamptz, :state::jsonb)
                """)
                .param("slug", list.slug())
                .param("revision", list.revision())
                .param("submission", list.submissionId())
                .param("submitter", submitter)
                .param("at", list.revisedAt().toString())
                .param("state", state)
                .update();
        savePapers(list);
    }

    private void saveState(ReadingList list, String state) {
        db.sql("""
                INSERT INTO reading_list (slug, revision, submitted_at, state)
                VALUES (:slug, :revision, :submitted::timestamptz, :state::jsonb)
                ON CONFLICT (slug) DO UPDATE
                SET revision = excluded.revision, submitted_at = excluded.submitted_at, state = excluded.state
                """)
                .param("slug", list.slug())
                .param("revision", list.revision())
                .param("submitted", Objects.toString(list.submittedAt(), null))
                .param("state", state)
                .update();
    }

    private void savePapers(ReadingList list) {
        String[] papers = list.tree()
                .allItems()
                .map(ListItem::paperId)
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
