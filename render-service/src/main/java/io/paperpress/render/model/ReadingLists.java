package io.paperpress.render.model;

import static java.util.stream.Collectors.toSet;

import io.paperpress.common.events.ListCatalogued;
import io.paperpress.render.model.ListOutline.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes catalogued reading lists into the model. */
@Component
public class ReadingLists {

    private final JdbcClient jdbc;
    private final Json json;

    ReadingLists(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Stores what is newer than what is known. Call inside the writing transaction. */
    public List<ListChange> store(Collection<ListCatalogued> states) {
        var newest = new LinkedHashMap<String, ListCatalogued>();
        states.forEach(state -> newest.merge(state.slug(), state, (a, b) -> b.revision() > a.revision() ? b : a));
        var changes = new ArrayList<ListChange>();
        for (var state : newest.values()) {
            var before = find(state.slug());
            if (before == null || before.revision() < state.revision()) {
                changes.add(store(before, state));
            }
        }
        return changes;
    }

    /** Slugs of the lists on which papers stand. */
    public Set<String> holding(Collection<String> paperIds) {
        return Set.copyOf(jdbc.sql("select distinct slug from list_place where paper_id = any(:ids)")
                .param("ids", paperIds.toArray(String[]::new))
                .query((rs, n) -> rs.getString(1))
                .list());
    }

    private @Nullable ListCatalogued find(String slug) {
        return jdbc.sql("select state from reading_list where slug = :slug")
                .param("slug", slug)
                .query((rs, n) -> json.read(rs.getString(1), ListCatalogued.class))
                .optional()
                .orElse(null);
    }

    private ListChange store(@Nullable ListCatalogued before, ListCatalogued after) {
        var standings = ListOutline.of(after).standings();
        var known = before == null ? Set.<Standing>of() : ListOutline.of(before).standings();
        upsert(after, standings);
        jdbc.sql("update site set revisions = revisions + :more")
                .param("more", after.revision() - (before == null ? 0 : before.revision()))
                .update();
        var isRenamed = before == null || !before.title().equals(after.title());
        var papers = Stream.concat(
                        standings.stream().filter(place -> isRenamed || !known.contains(place)),
                        known.stream().filter(place -> !standings.contains(place)))
                .map(Standing::paperId)
                .collect(toSet());
        return new ListChange(before, after, papers);
    }

    private void upsert(ListCatalogued list, Set<Standing> standings) {
        jdbc.sql("""
                        insert into reading_list (slug, revision, title, papers, state)
                        values (:slug, :revision, :title, :papers, cast(:state as jsonb))
                        on conflict (slug) do update set revision = excluded.revision, title = excluded.title,
                            papers = excluded.papers, state = excluded.state
                        """)
                .param("slug", list.slug())
                .param("revision", list.revision())
                .param("title", list.title())
                .param(
                        "papers",
                        standings.stream().map(Standing::paperId).distinct().count())
                .param("state", json.write(list))
                .update();
        jdbc.sql("delete from list_place where slug = :slug")
                .param("slug", list.slug())
                .update();
        jdbc.sql("""
                        insert into list_place (slug, anchor, paper_id, label, section)
                        select :slug, anchor, "paperId", label, section
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            as r(anchor text, "paperId" text, label text, section text)
                        """)
                .param("slug", list.slug())
                .param("rows", json.rows(standings))
                .update();
    }
}
