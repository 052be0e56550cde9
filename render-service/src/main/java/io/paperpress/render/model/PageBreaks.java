package io.paperpress.render.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the pages of long shelves of a readable size.
 *
 * <p>A page that is full is cut in two or more, an empty one joined to its neighbour, and all others stay as they are,
 * so that what a change costs does not grow with the shelf.
 */
@Component
class PageBreaks {

    static final int PAPERS_A_PAGE = 100;
    static final int GROUPS_A_PAGE = 400;

    /** How full the pages are that a cut makes: room to grow before the next cut. */
    private static final double FILL = 0.7;

    private record ShelfRow(String kind, String slug) {}

    private record BreakRow(String kind, String slug, String firstKey, int number) {}

    private final JdbcClient jdbc;
    private final Json json;

    PageBreaks(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Cuts and joins where needed after a move.
     *
     * @param large groups with more papers than one page holds
     * @return every page that shows something else than before, those that are no more included
     */
    Set<ShelfPage> touched(
            Collection<Place> gone, Collection<Place> come, Collection<Place> changed, Set<Shelf> large) {
        var touched = new LinkedHashSet<ShelfPage>();
        var shelves = new LinkedHashSet<Shelf>();
        Stream.of(gone, come, changed)
                .flatMap(Collection::stream)
                .map(Place::shelf)
                .forEach(shelves::add);
        var breaks = load(shelves);
        var grown = new LinkedHashSet<Page>();
        var shrunk = new LinkedHashSet<Page>();
        gone.forEach(place -> shrunk.add(page(place, breaks)));
        come.forEach(place -> grown.add(page(place, breaks)));
        changed.forEach(place -> touched.add(page(place, breaks).touched()));
        Stream.concat(shrunk.stream(), grown.stream()).forEach(page -> {
            touched.add(page.touched());
            touched.add(ShelfPage.first(page.shelf()));
        });
        cut(grown, large, breaks, touched);
        join(shrunk, breaks, touched);
        return touched;
    }

    private record Page(Shelf shelf, Breaks.Range range) {
        ShelfPage touched() {
            return new ShelfPage(shelf, range.number());
        }
    }

    private static Page page(Place place, Map<Shelf, Breaks> breaks) {
        return new Page(place.shelf(), breaksOf(place.shelf(), breaks).of(place.sortKey()));
    }

    private static Breaks breaksOf(Shelf shelf, Map<Shelf, Breaks> breaks) {
        return breaks.computeIfAbsent(shelf, key -> new Breaks());
    }

    private Map<Shelf, Breaks> load(Set<Shelf> shelves) {
        var breaks = new HashMap<Shelf, Breaks>();
        jdbc.sql("""
                        select b.kind, b.slug, b.first_key, b.number from page_break b
                        join jsonb_to_recordset(cast(:shelves as jsonb)) as r(kind text, slug text) using (kind, slug)
                        """)
                .param(
                        "shelves",
                        json.rows(shelves.stream()
                                .map(shelf -> new ShelfRow(shelf.kind(), shelf.slug()))
                                .toList()))
                .query((rs, n) -> new BreakRow(rs.getString(1), rs.getString(2), rs.getString(3), rs.getInt(4)))
                .list()
                .forEach(row ->
                        breaksOf(new Shelf(row.kind(), row.slug()), breaks).add(row.firstKey(), row.number()));
        return breaks;
    }

    private void cut(Set<Page> grown, Set<Shelf> large, Map<Shelf, Breaks> breaks, Set<ShelfPage> touched) {
        for (var page : overfull(grown, large)) {
            var shelf = page.shelf();
            var shelfBreaks = breaksOf(shelf, breaks);
            var keys = keys(page, Integer.MAX_VALUE);
            var pieces = (int) Math.ceil(keys.size() / (capacity(shelf) * FILL));
            for (int piece = 1; piece < pieces; piece++) {
                var firstKey = keys.get((int) ((long) keys.size() * piece / pieces));
                var number = shelfBreaks.nextNumber();
                shelfBreaks.add(firstKey, number);
                insert(shelf, firstKey, number);
                shelfBreaks.around(shelfBreaks.of(firstKey)).forEach(n -> touched.add(new ShelfPage(shelf, n)));
            }
        }
    }

    private List<Page> overfull(Set<Page> grown, Set<Shelf> large) {
        return grown.stream()
                .filter(page -> page.range().from().isEmpty() ? isLarge(page, large) : true)
                .filter(page -> keys(page, capacity(page.shelf()) + 1).size() > capacity(page.shelf()))
                .toList();
    }

    /** Most shelves are short: their count answers without reading their places. */
    private static boolean isLarge(Page page, Set<Shelf> large) {
        return page.shelf().isIndex() || large.contains(page.shelf());
    }

    private void join(Set<Page> shrunk, Map<Shelf, Breaks> breaks, Set<ShelfPage> touched) {
        for (var page : shrunk) {
            var shelf = page.shelf();
            var shelfBreaks = breaksOf(shelf, breaks);
            var range = shelfBreaks.of(page.range().from());
            if (!shelfBreaks.isLong() || !keys(new Page(shelf, range), 1).isEmpty()) {
                continue;
            }
            var from = range.number() == Breaks.FIRST ? range.before() : range.from();
            if (from != null) {
                var joined = shelfBreaks.of(from);
                shelfBreaks.around(joined).forEach(n -> touched.add(new ShelfPage(shelf, n)));
                shelfBreaks.remove(from);
                delete(shelf, joined.number());
            }
        }
    }

    private List<String> keys(Page page, int limit) {
        return jdbc.sql("""
                        select sort_key from place
                        where kind = :kind and slug = :slug and sort_key >= :from
                          and (cast(:before as text) is null or sort_key < :before)
                        order by sort_key limit :limit
                        """)
                .param("kind", page.shelf().kind())
                .param("slug", page.shelf().slug())
                .param("from", page.range().from())
                .param("before", page.range().before())
                .param("limit", limit)
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    private static int capacity(Shelf shelf) {
        return shelf.isIndex() ? GROUPS_A_PAGE : PAPERS_A_PAGE;
    }

    private void insert(Shelf shelf, String firstKey, int number) {
        jdbc.sql("insert into page_break (kind, slug, number, first_key) values (?, ?, ?, ?)")
                .params(shelf.kind(), shelf.slug(), number, firstKey)
                .update();
    }

    private void delete(Shelf shelf, int number) {
        jdbc.sql("delete from page_break where kind = ? and slug = ? and number = ?")
                .params(shelf.kind(), shelf.slug(), number)
                .update();
    }
}
