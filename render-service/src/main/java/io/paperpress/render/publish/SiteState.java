package io.paperpress.render.publish;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The site as a whole. */
@Component
public class SiteState {

    /**
     * Where the site stands.
     *
     * @param pages files that are served as pages, Markdown ones too
     * @param pending pages that may differ from what is known, and revisions not yet told of
     * @param catalogRevision sum of the newest known revisions of all papers and lists: how many changes of the
     *     catalogue the site knows
     */
    public record Standing(
            long papers, long pages, @Nullable Instant lastPublishedAt, long pending, long catalogRevision) {}

    /** The newest revision of a paper that the site knows. */
    public record KnownPaper(String paperId, long revision) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    SiteState(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Standing standing() {
        return jdbc.sql("""
                        select papers, (select count(*) from page), last_published_at,
                               (select count(*) from dirty_page) + (select count(*) from untold), revisions
                        from site
                        """)
                .query((rs, n) -> new Standing(
                        rs.getLong(1), rs.getLong(2), instant(rs.getTimestamp(3)), rs.getLong(4), rs.getLong(5)))
                .single();
    }

    /** Papers by id, for comparing the site with the catalogue. */
    public List<KnownPaper> papers(String after, int size) {
        return jdbc.sql("""
                        select paper_id, revision from paper where paper_id > :after
                        order by paper_id limit :size
                        """)
                .param("after", after)
                .param("size", size)
                .query((rs, n) -> new KnownPaper(rs.getString(1), rs.getLong(2)))
                .list();
    }

    void published() {
        jdbc.sql("update site set last_published_at = :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
