package io.paperpress.render.publish;

import io.paperpress.render.model.Json;
import io.paperpress.render.pages.Page;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pages that may differ from the model: they stay here until their files are right, whatever happens meanwhile. */
@Component
class DirtyPages {

    /**
     * A page to be rendered.
     *
     * @param change the last change that touched it
     * @param hash of the file that is served, {@code null} where there is none yet
     */
    record Dirty(String path, long change, @Nullable String hash) {}

    /**
     * A page whose file is right as of a change.
     *
     * @param hash {@code null} where the page is no more
     */
    record Clean(String path, long change, @Nullable String hash, long bytes) {}

    /** Pages that do not exist yet come first, so that nothing links to a page that is not there. */
    enum Kind {
        NEW,
        LIVE
    }

    private record Row(String path, long change, boolean slow) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final WritingTransaction writing;

    DirtyPages(JdbcClient jdbc, Json json, WritingTransaction writing) {
        this.jdbc = jdbc;
        this.json = json;
        this.writing = writing;
    }

    /** Call inside the writing transaction that made the change. */
    void mark(Collection<Page> pages, long change) {
        jdbc.sql("""
                        insert into dirty_page (path, change, slow)
                        select path, change, slow
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(path text, change bigint, slow boolean)
                        on conflict (path) do update set change = excluded.change
                        """)
                .param(
                        "rows",
                        json.rows(pages.stream()
                                .map(page -> new Row(page.path(), change, page.isSlow()))
                                .toList()))
                .update();
    }

    /** The same for the pages of papers. */
    void markPapers(Collection<String> paperIds, long change) {
        jdbc.sql("""
                        insert into dirty_page (path, change, slow)
                        select '/papers/' || id || '/', :change, false from unnest(:ids) as p(id)
                        on conflict (path) do update set change = excluded.change
                        """)
                .param("change", change)
                .param("ids", paperIds.toArray(String[]::new))
                .update();
    }

    /** The next dirty pages whose cost does not grow with the catalogue, by path. */
    List<Dirty> next(JdbcClient moment, Kind kind, String after, int limit) {
        return moment.sql("""
                        select d.path, d.change, p.hash from dirty_page d left join page p using (path)
                        where not d.slow and d.path > :after and (p.path is null) = :isNew
                        order by d.path limit :limit
                        """)
                .param("after", after)
                .param("isNew", kind == Kind.NEW)
                .param("limit", limit)
                .query((rs, n) -> new Dirty(rs.getString(1), rs.getLong(2), rs.getString(3)))
                .list();
    }

    List<Dirty> slow(JdbcClient moment) {
        return moment.sql("""
                        select d.path, d.change, p.hash from dirty_page d left join page p using (path)
                        where d.slow order by d.path
                        """)
                .query((rs, n) -> new Dirty(rs.getString(1), rs.getLong(2), rs.getString(3)))
                .list();
    }

    /** Takes pages off the list, but for those that were touched again meanwhile. */
    void clean(Collection<Clean> pages) {
        writing.run(() -> {
            jdbc.sql("""
                            insert into page (path, hash, bytes, written_at)
                            select path, hash, bytes, now()
                            from jsonb_to_recordset(cast(:rows as jsonb)) as r(path text, hash text, bytes bigint)
                            where hash is not null
                            on conflict (path) do update
                                set hash = excluded.hash, bytes = excluded.bytes, written_at = excluded.written_at
                                where page.hash <> excluded.hash
                            """).param("rows", json.rows(pages)).update();
            jdbc.sql("""
                            delete from page p using jsonb_to_recordset(cast(:rows as jsonb)) as r(path text, hash text)
                            where p.path = r.path and r.hash is null
                            """).param("rows", json.rows(pages)).update();
            jdbc.sql("""
                            delete from dirty_page d
                            using jsonb_to_recordset(cast(:rows as jsonb)) as r(path text, change bigint)
                            where d.path = r.path and d.change = r.change
                            """).param("rows", json.rows(pages)).update();
        });
    }
}
