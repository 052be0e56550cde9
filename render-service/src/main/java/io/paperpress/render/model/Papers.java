package io.paperpress.render.model;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.PaperMerged;
import io.paperpress.common.events.PaperWithdrawn;
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
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes catalogued papers into the model, and out of it what is not listed any more. */
@Component
public class Papers {

    private record Row(String paperId, long revision, Instant cataloguedAt, PaperCard card, PaperCatalogued state) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final GroupNames names;
    private final Shelves shelves;
    private final FormerPapers former;

    Papers(JdbcClient jdbc, Json json, GroupNames names, Shelves shelves, FormerPapers former) {
        this.jdbc = jdbc;
        this.json = json;
        this.names = names;
        this.shelves = shelves;
        this.former = former;
    }

    /** Stores what is newer than what is known. Call inside the writing transaction. */
    public PaperChanges store(Collection<? extends PaperEvent> events) {
        var newest = new LinkedHashMap<String, PaperEvent>();
        events.forEach(event -> newest.merge(event.paperId(), event, (a, b) -> b.revision() > a.revision() ? b : a));
        var known = find(newest.keySet());
        var gone = former.revisions(newest.keySet());
        newest.values().removeIf(event -> revision(event, known, gone) >= event.revision());
        if (newest.isEmpty()) {
            return new PaperChanges(List.of(), Set.of());
        }
        var states = new ArrayList<PaperCatalogued>();
        var removals = new ArrayList<PaperRemoval>();
        for (var event : newest.values()) {
            switch (event) {
                case PaperCatalogued state -> states.add(state);
                case PaperWithdrawn paper ->
                    removals.add(new PaperRemoval(known.get(paper.paperId()), FormerPaper.of(paper)));
                case PaperMerged paper ->
                    removals.add(new PaperRemoval(known.get(paper.paperId()), FormerPaper.of(paper)));
            }
        }
        var changes = changes(states, known);
        upsert(changes);
        count(newest.values(), known, gone);
        var rerouted = reroute(states, removals, gone.keySet());
        return new PaperChanges(changes, removals, rerouted, move(changes, removals));
    }

    private static long revision(PaperEvent event, Map<String, Known> known, Map<String, Long> gone) {
        var listed = known.get(event.paperId());
        return listed == null
                ? gone.getOrDefault(event.paperId(), 0L)
                : listed.state().revision();
    }

    private Set<String> reroute(List<PaperCatalogued> states, List<PaperRemoval> removals, Set<String> gone) {
        var returned = states.stream()
                .map(PaperCatalogued::paperId)
                .filter(gone::contains)
                .toList();
        var removed =
                removals.stream().map(removal -> removal.after().paperId()).toList();
        if (returned.isEmpty() && removed.isEmpty()) {
            return Set.of();
        }
        former.remove(returned);
        former.put(removals.stream().map(PaperRemoval::after).toList());
        jdbc.sql("delete from paper where paper_id = any(:ids)")
                .param("ids", removed.toArray(String[]::new))
                .update();
        return former.leadingTo(
                Stream.concat(returned.stream(), removed.stream()).toList());
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

    private Set<ShelfPage> move(List<PaperChange> changes, List<PaperRemoval> removals) {
        var moved = changes.stream().filter(PaperChange::changesCard).toList();
        var before = shelves.of(Stream.concat(
                        moved.stream().map(change -> change.after().card().paperId()),
                        removals.stream().map(removal -> removal.after().paperId()))
                .toList());
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

    private void count(Collection<PaperEvent> events, Map<String, Known> known, Map<String, Long> gone) {
        long papers = 0;
        long revisions = 0;
        for (var event : events) {
            papers += (event instanceof PaperCatalogued ? 1 : 0) - (known.containsKey(event.paperId()) ? 1 : 0);
            revisions += event.revision() - revision(event, known, gone);
        }
        jdbc.sql("update site set papers = papers + :papers, revisions = revisions + :revisions")
                .param("papers", papers)
                .param("revisions", revisions)
                .update();
    }
}
