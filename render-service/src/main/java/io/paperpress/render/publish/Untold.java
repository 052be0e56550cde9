package io.paperpress.render.publish;

import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.render.model.Json;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Revisions whose pages go live before anyone is told; they stay here until the broker has the word. */
@Component
class Untold {

    static final String PAPER = "paper";
    static final String LIST = "list";

    /** A revision to be told of. */
    record Revision(String kind, String id, long revision, String submissionId, long change) {

        static Revision of(PaperEvent paper, long change) {
            return new Revision(PAPER, paper.paperId(), paper.revision(), paper.submissionId(), change);
        }

        static Revision of(ListCatalogued list, long change) {
            return new Revision(LIST, list.slug(), list.revision(), list.submissionId(), change);
        }
    }

    private final JdbcClient jdbc;
    private final Json json;
    private final WritingTransaction writing;

    Untold(JdbcClient jdbc, Json json, WritingTransaction writing) {
        this.jdbc = jdbc;
        this.json = json;
        this.writing = writing;
    }

    /** Call inside the writing transaction that made the change. */
    void add(Collection<Revision> revisions) {
        jdbc.sql("""
                        insert into untold (kind, id, revision, submission_id, change)
                        select kind, id, revision, "submissionId", change
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            as r(kind text, id text, revision bigint, "submissionId" text, change bigint)
                        on conflict (kind, id) do update set revision = excluded.revision,
                            submission_id = excluded.submission_id, change = excluded.change
                        """).param("rows", json.rows(revisions)).update();
    }

    /** The last change that a moment knows of, 0 where nothing waits to be told. */
    static long newest(JdbcClient moment) {
        return moment.sql("select coalesce(max(change), 0) from untold")
                .query(Long.class)
                .single();
    }

    /** What may be told once everything up to a change is live. */
    List<Revision> upTo(long change, int limit, int offset) {
        return jdbc.sql("""
                        select kind, id, revision, submission_id, change from untold where change <= :change
                        order by change, kind, id limit :limit offset :offset
                        """)
                .param("change", change)
                .param("limit", limit)
                .param("offset", offset)
                .query((rs, n) ->
                        new Revision(rs.getString(1), rs.getString(2), rs.getLong(3), rs.getString(4), rs.getLong(5)))
                .list();
    }

    /** Forgets what was told, but for what changed again meanwhile. */
    void told(Collection<Revision> revisions) {
        writing.run(() -> jdbc.sql("""
                        delete from untold u
                        using jsonb_to_recordset(cast(:rows as jsonb)) as r(kind text, id text, change bigint)
                        where u.kind = r.kind and u.id = r.id and u.change = r.change
                        """).param("rows", json.rows(revisions)).update());
    }
}
