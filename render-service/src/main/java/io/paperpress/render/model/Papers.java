package io.paperpress.render.model;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.render.model.GroupNames.GroupName;
import io.paperpress.render.model.PaperChange.Known;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes catalogued papers into the model. */
@Component
public class Papers {

    private record Row(String paperId, long revision, Instant cataloguedAt, PaperCard card, PaperCatalogued state) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final GroupNames names;
    private final Shelves shelves;

    Papers(JdbcClient jdbc, Json json, GroupNames names, Shelves shelves) {
        this.jdbc = jdbc;
        this.json = json;
        this.names = names;
        this.shelves = shelves;
    }

    /** Stores what is newer than what is known. Call inside the writing transaction. */
    public PaperChanges store(Collection<PaperCatalogued> states) {
        var newest = new LinkedHashMap<String, PaperCatalogued>();
        states.forEach(state -> newest.merge(state.paperId(), state, (a, b) -> b.revision() > a.revision() ? b : a));
        var known = find(newest.keySet());
        newest.values().removeIf(state -> isKnown(state, known));
        if (newest.isEmpty()) {
            return new PaperChanges(List.of(), Set.of());
        }
        var changes = changes(newest.values(), known);
        upsert(changes);
        count(changes);
        return new PaperChanges(changes, move(changes));
    }

    private static boolean isKnown(PaperCatalogued state, Map<String, Known> known) {
        var before = known.get(state.paperId());
        return before != null && before.state().revision() >= state.revision();
    }

    private Map<String, Known> find(Collection<String> paperIds) {
        var found = new HashMap<String, Known>();
        jdbc.sql("select paper_id, state, card from paper where paper_id = any(:ids)")
                .param("ids", paperIds.toArray(String[]::new))
                .query((rs, n) -> Map.entry(rs.getString(1), known(rs)))
                .list()
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private Known known(ResultSet rs) throws SQLException {
        return new Known(
                json.read(rs.getString("state"), PaperCatalogued.class),
                json.read(rs.getString("card"), PaperCard.class));
    }

    private List<PaperChange> changes(Collection<PaperCatalogued> states, Map<String, Known> known) {
        var groups = new LinkedHashSet<GroupName>();
        states.forEach(state -> groups.addAll(Cards.groups(state.paper())));
        var slugs = names.slugs(groups);
        var changes = new ArrayList<PaperChange>();
        for (var state : states) {
            changes.add(new PaperChange(known.get(state.paperId()), new Known(state, Cards.card(state, slugs))));
        }
        return changes;
    }

    private Set<ShelfPage> move(List<PaperChange> changes) {
        var moved = changes.stream().filter(PaperChange::changesCard).toList();
        var before = shelves.of(
                moved.stream().map(change -> change.after().card().paperId()).toList());
        var after = new LinkedHashSet<Place>();
        moved.forEach(change -> after.addAll(Shelves.places(change.after().card())));
        var removed = before.stream().filter(place -> !after.contains(place)).toList();
        var added = after.stream().filter(place -> !before.contains(place)).toList();
        var kept = after.stream().filter(before::contains).toList();
        return shelves.move(removed, added, kept);
    }

    private void upsert(List<PaperChange> changes) {
        var rows = changes.stream()
                .map(PaperChange::after)
                .map(known -> new Row(
                        known.state().paperId(),
                        known.state().revision(),
                        known.state().cataloguedAt(),
                        known.card(),
                        known.state()))
                .toList();
        jdbc.sql("""
                        insert into paper (paper_id, revision, catalogued_at, card, state)
                        select "paperId", revision, "cataloguedAt", card, state
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(
                            "paperId" text, revision bigint, "cataloguedAt" timestamptz, card jsonb, state jsonb)
                        on conflict (paper_id) do update set
                            revision = excluded.revision, catalogued_at = excluded.catalogued_at,
                            card = excluded.card, state = excluded.state
                        """).param("rows", json.rows(rows)).update();
    }

    private void count(List<PaperChange> changes) {
        long papers = 0;
        long revisions = 0;
        for (var change : changes) {
            var before = change.before();
            papers += before == null ? 1 : 0;
            revisions += change.after().state().revision()
                    - (before == null ? 0 : before.state().revision());
        }
        jdbc.sql("update site set papers = papers + :papers, revisions = revisions + :revisions")
                .param("papers", papers)
                .param("revisions", revisions)
                .update();
    }
}
