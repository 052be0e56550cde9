package io.paperpress.render.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stays of papers that are not listed any more. */
@Component
class FormerPapers {

    private final JdbcClient jdbc;
    private final Json json;

    FormerPapers(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Revisions by paper id. */
    Map<String, Long> revisions(Collection<String> paperIds) {
        var revisions = new HashMap<String, Long>();
        jdbc.sql("select paper_id, revision from former_paper where paper_id = any(:ids)")
                .param("ids", paperIds.toArray(String[]::new))
                .query(rs -> {
                    revisions.put(rs.getString(1), rs.getLong(2));
                });
        return revisions;
    }

    void put(List<FormerPaper> papers) {
        if (papers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into former_paper (paper_id, revision, title, since, merged_into, reason)
                        select "paperId", revision, title, since, "mergedInto", reason
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r("paperId" text, revision bigint, title text,
                            since timestamptz, "mergedInto" text, reason text)
                        on conflict (paper_id) do update set
                            revision = excluded.revision, title = excluded.title, since = excluded.since,
                            merged_into = excluded.merged_into, reason = excluded.reason
                        """).param("rows", json.rows(papers)).update();
    }

    /** They are listed again. */
    void remove(Collection<String> paperIds) {
        if (!paperIds.isEmpty()) {
            jdbc.sql("delete from former_paper where paper_id = any(:ids)")
                    .param("ids", paperIds.toArray(String[]::new))
                    .update();
        }
    }

    /** These papers and all whose addresses lead to one of them. */
    Set<String> leadingTo(Collection<String> paperIds) {
        return Set.copyOf(jdbc.sql("""
                        with recursive here (paper_id) as (
                            select unnest(:ids)
                            union
                            select f.paper_id from former_paper f join here h on f.merged_into = h.paper_id)
                        select paper_id from here
                        """)
                .param("ids", paperIds.toArray(String[]::new))
                .query((rs, n) -> rs.getString(1))
                .list());
    }
}
