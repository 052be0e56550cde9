package io.paperpress.render.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves keywords on their index when they are called otherwise, and says which pages name them. */
@Component
public class ShelfPages {

    private record Standing(String slug, String name, String sortKey) {}

    private final JdbcClient jdbc;
    private final Shelves shelves;

    ShelfPages(JdbcClient jdbc, Shelves shelves) {
        this.jdbc = jdbc;
        this.shelves = shelves;
    }

    /**
     * Call inside the writing transaction.
     *
     * @return pages of the index and of the keywords' groups
     */
    public Set<ShelfPage> relabelled(Collection<String> keywordIds, Keywords keywords) {
        var index = Shelf.indexOf(Facet.KEYWORD);
        var before = new ArrayList<Place>();
        var after = new ArrayList<Place>();
        var pages = new LinkedHashSet<ShelfPage>();
        for (var standing : standings(keywordIds)) {
            before.add(new Place(index, standing.sortKey(), standing.slug(), null));
            var key = SortKeys.group(Facet.KEYWORD, standing.name(), standing.slug(), keywords);
            after.add(new Place(index, key, standing.slug(), null));
            pages.addAll(all(Shelf.of(Facet.KEYWORD, standing.slug())));
        }
        pages.addAll(shelves.replace(before, after));
        return pages;
    }

    private List<Standing> standings(Collection<String> keywordIds) {
        return jdbc.sql("""
                        select s.slug, s.name, p.sort_key from shelf s
                        join place p on p.kind = 'index' and p.slug = :segment and p.ref = s.slug
                        where s.facet = :facet and s.name = any(:names)
                        """)
                .param("segment", Facet.KEYWORD.segment())
                .param("facet", Facet.KEYWORD.name())
                .param("names", keywordIds.toArray(String[]::new))
                .query((rs, n) -> new Standing(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list();
    }

    private List<ShelfPage> all(Shelf shelf) {
        var pages = new ArrayList<>(List.of(ShelfPage.first(shelf)));
        jdbc.sql("select number from page_break where kind = :kind and slug = :slug")
                .param("kind", shelf.kind())
                .param("slug", shelf.slug())
                .query((rs, n) -> rs.getInt(1))
                .list()
                .forEach(number -> pages.add(new ShelfPage(shelf, number)));
        return pages;
    }

    /** Ids of the papers that have any of the keywords. */
    public List<String> papersUnder(Collection<String> keywordIds) {
        return jdbc.sql("""
                        select distinct p.ref from shelf s
                        join place p on p.kind = :segment and p.slug = s.slug
                        where s.facet = :facet and s.name = any(:names)
                        """)
                .param("segment", Facet.KEYWORD.segment())
                .param("facet", Facet.KEYWORD.name())
                .param("names", keywordIds.toArray(String[]::new))
                .query((rs, n) -> rs.getString(1))
                .list();
    }
}
