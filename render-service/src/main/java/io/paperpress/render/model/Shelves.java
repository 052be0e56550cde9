package io.paperpress.render.model;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts papers on the shelves of their groups and groups on the indexes, and says which pages that touches. */
@Component
class Shelves {

    private record PlaceRow(
            String kind,
            String slug,
            String sortKey,
            String ref,
            @Nullable Integer year) {
        static PlaceRow of(Place place) {
            return new PlaceRow(place.shelf().kind(), place.shelf().slug(), place.sortKey(), place.ref(), place.year());
        }

        Place place() {
            return new Place(new Shelf(kind, slug), sortKey, ref, year);
        }
    }

    private record CountRow(String facet, String slug, int delta) {}

    /** A group whose number of papers changed. */
    private record Counted(Facet facet, String slug, String name, long before, long after) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final Words words;
    private final PageBreaks breaks;

    Shelves(JdbcClient jdbc, Json json, Words words, PageBreaks breaks) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
        this.breaks = breaks;
    }

    /** The places a card asks for. */
    static List<Place> places(PaperCard card) {
        var places = new ArrayList<Place>();
        for (var facet : Facet.values()) {
            for (var group : card.groups(facet)) {
                places.add(new Place(
                        Shelf.of(facet, group.slug()), SortKeys.paper(facet, card), card.paperId(), card.year()));
            }
        }
        return places;
    }

    /** The places that papers have now. */
    Set<Place> of(Collection<String> paperIds) {
        return new LinkedHashSet<>(jdbc.sql("""
                        select kind, slug, sort_key, ref, year from place
                        where kind <> 'index' and ref = any(:ids)
                        """)
                .param("ids", paperIds.toArray(String[]::new))
                .query((rs, n) -> new PlaceRow(
                                rs.getString(1),
                                rs.getString(2),
                                rs.getString(3),
                                rs.getString(4),
                                rs.getObject(5, Integer.class))
                        .place())
                .list());
    }

    /**
     * Moves papers.
     *
     * @param kept places of papers that look different now
     * @return every shelf page that shows something else than before, those that are no more included
     */
    Set<ShelfPage> move(Collection<Place> removed, Collection<Place> added, Collection<Place> kept) {
        var counted = count(removed, added);
        var gone = new ArrayList<>(removed);
        var come = new ArrayList<>(added);
        var changed = new ArrayList<>(kept);
        var keywords = words.keywords();
        for (var group : counted) {
            var place = indexPlace(group, keywords);
            if (group.before() == 0) {
                come.add(place);
            } else {
                (group.after() == 0 ? gone : changed).add(place);
            }
        }
        delete(gone);
        insert(come);
        countShelves(counted);
        var large = counted.stream()
                .filter(group -> group.after() > PageBreaks.PAPERS_A_PAGE)
                .map(group -> Shelf.of(group.facet(), group.slug()))
                .collect(toSet());
        return breaks.touched(gone, come, changed, large);
    }

    /** Moves groups on their index; which of its pages that touches. */
    Set<ShelfPage> replace(Collection<Place> before, Collection<Place> after) {
        delete(before);
        insert(after);
        return breaks.touched(before, after, List.of(), Set.of());
    }

    private Place indexPlace(Counted group, Keywords keywords) {
        var key = SortKeys.group(group.facet(), group.name(), group.slug(), keywords);
        return new Place(Shelf.indexOf(group.facet()), key, group.slug(), null);
    }

    private void delete(Collection<Place> places) {
        if (places.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        delete from place p
                        using jsonb_to_recordset(cast(:rows as jsonb)) as r(kind text, slug text, "sortKey" text)
                        where p.kind = r.kind and p.slug = r.slug and p.sort_key = r."sortKey"
                        """)
                .param("rows", json.rows(places.stream().map(PlaceRow::of).toList()))
                .update();
    }

    private void insert(Collection<Place> places) {
        if (places.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into place (kind, slug, sort_key, ref, year)
                        select kind, slug, "sortKey", ref, year
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            as r(kind text, slug text, "sortKey" text, ref text, year integer)
                        on conflict do nothing
                        """)
                .param("rows", json.rows(places.stream().map(PlaceRow::of).toList()))
                .update();
    }

    private List<Counted> count(Collection<Place> removed, Collection<Place> added) {
        var deltas = new LinkedHashMap<Shelf, Integer>();
        removed.forEach(place -> deltas.merge(place.shelf(), -1, Integer::sum));
        added.forEach(place -> deltas.merge(place.shelf(), 1, Integer::sum));
        var rows = new ArrayList<CountRow>();
        deltas.forEach((shelf, delta) -> {
            if (delta != 0) {
                rows.add(new CountRow(shelf.facet().name(), shelf.slug(), delta));
            }
        });
        if (rows.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        update shelf s set papers = papers + r.delta
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r(facet text, slug text, delta integer)
                        where s.facet = r.facet and s.slug = r.slug
                        returning s.facet, s.slug, s.name, s.papers - r.delta, s.papers
                        """)
                .param("rows", json.rows(rows))
                .query((rs, n) -> new Counted(
                        Facet.valueOf(rs.getString(1)), rs.getString(2), rs.getString(3), rs.getLong(4), rs.getLong(5)))
                .list();
    }

    private void countShelves(List<Counted> groups) {
        Map<Facet, Integer> deltas = new HashMap<>();
        for (var group : groups) {
            deltas.merge(group.facet(), Long.signum(group.after()) - Long.signum(group.before()), Integer::sum);
        }
        deltas.forEach((facet, delta) -> {
            if (delta != 0) {
                jdbc.sql("""
                                insert into facet (facet, shelves) values (:facet, :delta)
                                on conflict (facet) do update set shelves = facet.shelves + :delta
                                """).param("facet", facet.name()).param("delta", delta).update();
            }
        });
    }
}
