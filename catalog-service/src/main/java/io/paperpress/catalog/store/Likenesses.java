package io.paperpress.catalog.store;

import static io.paperpress.catalog.store.Json.column;

import io.paperpress.catalog.identity.likeness.LikenessIndex;
import io.paperpress.catalog.identity.likeness.Profile;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.common.events.PaperCatalogued;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The index of all listed papers by likeness, in the memory of every instance. What it is made of is kept in the database
 * with the papers, in one transaction; each instance reads what was committed since it looked last, before it decides.
 */
@Repository
public class Likenesses implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Likenesses.class);
    private static final int PAGE = 5_000;
    private static final int PORTION = 500;

    private record Row(String paperId, String profile) {}

    private final JdbcClient db;
    private final LikenessIndex index = new LikenessIndex();
    /** Every transaction before this one is in the index. */
    private String since = "0";

    Likenesses(JdbcClient db) {
        this.db = db;
    }

    /** Before the first submission is read. */
    @Override
    public void afterSingletonsInstantiated() {
        complete();
        load();
        log.info("{} papers are known by likeness", index.size());
    }

    /** Papers that were listed before there was likeness. Two instances that do this at once write the same. */
    private void complete() {
        while (true) {
            var papers = db.sql("""
                    SELECT state FROM paper p
                    WHERE standing = 'listed' AND NOT EXISTS (SELECT FROM paper_likeness l WHERE l.paper_id = p.paper_id)
                    LIMIT :portion
                    """)
                    .param("portion", PORTION)
                    .query((row, _) -> Paper.of(Json.read(row.getString("state"), PaperCatalogued.class)))
                    .list();
            if (papers.isEmpty()) {
                return;
            }
            save(papers);
        }
    }

    private synchronized void load() {
        since = db.sql("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        String last = "";
        List<Row> page;
        do {
            page = db.sql("""
                    SELECT paper_id, profile FROM paper_likeness WHERE paper_id > :last AND profile IS NOT NULL
                    ORDER BY paper_id
                    LIMIT :size
                    """)
                    .param("last", last)
                    .param("size", PAGE)
                    .query((row, _) -> new Row(row.getString("paper_id"), row.getString("profile")))
                    .list();
            page.forEach(row -> index.put(row.paperId(), Json.read(row.profile(), Profile.class)));
            last = page.isEmpty() ? last : page.getLast().paperId();
        } while (page.size() == PAGE);
    }

    /** The index, with everything that is committed at this moment. */
    public synchronized LikenessIndex current() {
        db.sql("""
                SELECT now.oldest, l.paper_id, l.profile
                FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS oldest) now
                LEFT JOIN paper_likeness l
                    ON l.changed >= :since::xid8 AND l.changed IS DISTINCT FROM pg_current_xact_id_if_assigned()
                """).param("since", since).query(row -> {
            since = row.getString("oldest");
            take(row.getString("paper_id"), row.getString("profile"));
        });
        return index;
    }

    private void take(@Nullable String paperId, @Nullable String profile) {
        if (paperId != null && profile != null) {
            index.put(paperId, Json.read(profile, Profile.class));
        } else if (paperId != null) {
            index.remove(paperId);
        }
    }

    /** Keeps what likeness goes by, with the papers. */
    void save(Collection<Paper> papers) {
        db.sql("""
                INSERT INTO paper_likeness (paper_id, profile)
                SELECT * FROM unnest(:ids, :profiles)
                ON CONFLICT (paper_id) DO UPDATE SET profile = excluded.profile, changed = excluded.changed
                WHERE paper_likeness.profile IS DISTINCT FROM excluded.profile
                """)
                .param("ids", column(papers, Paper::id))
                .param("profiles", column(papers, paper -> paper.isListed() ? Json.write(Profile.of(paper)) : null))
                .update();
    }
}
