package io.paperpress.render.model;

import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.render.model.PaperChange.Known;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what pages ask of the model; all answers of one reader are of one moment. */
public final class ModelReader {

    /** How many papers a group holds. */
    public record Count(Ref ref, long papers) {}

    /** How many papers are of a year. */
    public record YearCount(@Nullable Integer year, long papers) {}

    /** A reading list without its entries. */
    public record ListSummary(String slug, String title, long papers) {}

    /** A place on a reading list that names a paper. */
    public record ListStanding(String slug, String title, String anchor, String label, String section) {}

    private final JdbcClient jdbc;
    private final Json json;
    private @Nullable Keywords keywords;

    public ModelReader(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The words of the vocabulary. */
    public Keywords keywords() {
        var known = keywords;
        if (known == null) {
            known = Words.keywords(jdbc);
            keywords = known;
        }
        return known;
    }

    /** Colours of venues, by name. */
    public Map<String, String> colours() {
        return Words.colours(jdbc);
    }

    public @Nullable Known paper(String paperId) {
        return jdbc.sql("select state, card from paper where paper_id = :id")
                .param("id", paperId)
                .query((rs, n) -> new Known(
                        json.read(rs.getString(1), PaperCatalogued.class), json.read(rs.getString(2), PaperCard.class)))
                .optional()
                .orElse(null);
    }

    public Map<String, PaperCard> cards(Collection<String> paperIds) {
        var cards = new HashMap<String, PaperCard>();
        if (paperIds.isEmpty()) {
            return cards;
        }
        jdbc.sql("select card from paper where paper_id = any(:ids)")
                .param("ids", paperIds.toArray(String[]::new))
                .query((rs, n) -> json.read(rs.getString(1), PaperCard.class))
                .list()
                .forEach(card -> cards.put(card.paperId(), card));
        return cards;
    }

    /** The group of a shelf, {@code null} when no paper is in it. */
    public @Nullable Count group(Shelf shelf) {
        return jdbc.sql("select name, slug, papers from shelf where facet = :facet and slug = :slug and papers > 0")
                .param("facet", shelf.facet().name())
                .param("slug", shelf.slug())
                .query((rs, n) -> new Count(new Ref(rs.getString(1), rs.getString(2)), rs.getLong(3)))
                .optional()
                .orElse(null);
    }

    /**
     * A group with its pages, in one question.
     *
     * @param years papers by year, oldest first; empty where not asked for
     */
    public record Group(Count count, Breaks breaks, List<YearCount> years) {}

    private record BreakRow(String firstKey, int number) {}

    /** The group of a shelf with all that its page's head shows, {@code null} when no paper is in it. */
    public @Nullable Group group(Shelf shelf, boolean withYears) {
        return jdbc.sql("""
                        select name, slug, papers,
                               (select json_agg(json_build_object('firstKey', first_key, 'number', number))
                                from page_break where kind = :kind and slug = :slug),
                               (select json_agg(json_build_object('year', year, 'papers', papers)
                                                order by year nulls last)
                                from (select year, count(*) as papers from place
                                      where :withYears and kind = :kind and slug = :slug group by year) as y)
                        from shelf where facet = :facet and slug = :slug and papers > 0
                        """)
                .param("facet", shelf.facet().name())
                .param("kind", shelf.kind())
                .param("slug", shelf.slug())
                .param("withYears", withYears)
                .query((rs, n) -> new Group(
                        new Count(new Ref(rs.getString(1), rs.getString(2)), rs.getLong(3)),
                        breaks(rs.getString(4)),
                        years(rs.getString(5))))
                .optional()
                .orElse(null);
    }

    private Breaks breaks(@Nullable String rows) {
        var breaks = new Breaks();
        if (rows != null) {
            for (var row : json.read(rows, BreakRow[].class)) {
                breaks.add(row.firstKey(), row.number());
            }
        }
        return breaks;
    }

    private List<YearCount> years(@Nullable String rows) {
        return rows == null ? List.of() : List.of(json.read(rows, YearCount[].class));
    }

    public Breaks breaks(Shelf shelf) {
        var breaks = new Breaks();
        jdbc.sql("select first_key, number from page_break where kind = :kind and slug = :slug")
                .param("kind", shelf.kind())
                .param("slug", shelf.slug())
                .query(rs -> {
                    breaks.add(rs.getString(1), rs.getInt(2));
                });
        return breaks;
    }

    public List<PaperCard> papers(Shelf shelf, Breaks.Range range) {
        return jdbc.sql("""
                        select p.card from place join paper p on p.paper_id = place.ref
                        where kind = :kind and slug = :slug and sort_key >= :from
                          and (cast(:before as text) is null or sort_key < :before)
                        order by sort_key
                        """)
                .param("kind", shelf.kind())
                .param("slug", shelf.slug())
                .param("from", range.from())
                .param("before", range.before())
                .query((rs, n) -> json.read(rs.getString(1), PaperCard.class))
                .list();
    }

    public List<Count> groups(Shelf index, Breaks.Range range) {
        return jdbc.sql("""
                        select s.name, s.slug, s.papers from place p
                        join shelf s on s.facet = :facet and s.slug = p.ref
                        where p.kind = :kind and p.slug = :slug and p.sort_key >= :from
                          and (cast(:before as text) is null or p.sort_key < :before)
                        order by p.sort_key
                        """)
                .param("facet", index.facet().name())
                .param("kind", index.kind())
                .param("slug", index.slug())
                .param("from", range.from())
                .param("before", range.before())
                .query((rs, n) -> new Count(new Ref(rs.getString(1), rs.getString(2)), rs.getLong(3)))
                .list();
    }

    /** What stands first on each page of a shelf, by sort key: the paper's or group's id. */
    public @Nullable String firstRef(Shelf shelf, Breaks.Range range) {
        return jdbc.sql("""
                        select ref from place where kind = :kind and slug = :slug and sort_key >= :from
                        order by sort_key limit 1
                        """)
                .param("kind", shelf.kind())
                .param("slug", shelf.slug())
                .param("from", range.from())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The groups of a facet with most papers. */
    public List<Count> largest(Facet facet, int limit) {
        return jdbc.sql("""
                        select name, slug, papers from shelf where facet = :facet and papers > 0
                        order by papers desc, name collate "C" limit :limit
                        """)
                .param("facet", facet.name())
                .param("limit", limit)
                .query((rs, n) -> new Count(new Ref(rs.getString(1), rs.getString(2)), rs.getLong(3)))
                .list();
    }

    /** How many groups each facet has. */
    public Map<Facet, Long> groups() {
        var groups = new EnumMap<Facet, Long>(Facet.class);
        jdbc.sql("select facet, shelves from facet").query(rs -> {
            groups.put(Facet.valueOf(rs.getString(1)), rs.getLong(2));
        });
        return groups;
    }

    public long papers() {
        return jdbc.sql("select papers from site").query(Long.class).single();
    }

    public List<PaperCard> newest(int limit) {
        return jdbc.sql("select card from paper order by catalogued_at desc, paper_id limit :limit")
                .param("limit", limit)
                .query((rs, n) -> json.read(rs.getString(1), PaperCard.class))
                .list();
    }

    public List<ListSummary> lists() {
        return jdbc.sql("select slug, title, papers from reading_list order by title collate \"C\", slug")
                .query((rs, n) -> new ListSummary(rs.getString(1), rs.getString(2), rs.getLong(3)))
                .list();
    }

    public @Nullable ListCatalogued list(String slug) {
        return jdbc.sql("select state from reading_list where slug = :slug")
                .param("slug", slug)
                .query((rs, n) -> json.read(rs.getString(1), ListCatalogued.class))
                .optional()
                .orElse(null);
    }

    /** What stays of a paper that is not listed any more; {@code null} where it is, or never was. */
    public @Nullable FormerPaper former(String paperId) {
        return jdbc.sql("""
                        select paper_id, revision, title, since, merged_into, reason
                        from former_paper where paper_id = :id
                        """)
                .param("id", paperId)
                .query((rs, n) -> new FormerPaper(
                        rs.getString(1),
                        rs.getLong(2),
                        rs.getString(3),
                        rs.getTimestamp(4).toInstant(),
                        rs.getString(5),
                        rs.getString(6)))
                .optional()
                .orElse(null);
    }

    /** The paper that a merged one is now, however often it was merged on. */
    public @Nullable String survivor(String paperId) {
        return jdbc.sql("""
                        with recursive way (paper_id, hops) as (
                            select merged_into, 1 from former_paper where paper_id = :id and merged_into is not null
                            union all
                            select f.merged_into, hops + 1 from way w join former_paper f using (paper_id)
                            where f.merged_into is not null and hops < 100)
                        select paper_id from way order by hops desc limit 1
                        """).param("id", paperId).query(String.class).optional().orElse(null);
    }

    /** Where a paper stands on reading lists. */
    public List<ListStanding> standings(String paperId) {
        return jdbc.sql("""
                        select slug, title, anchor, label, section from list_place join reading_list using (slug)
                        where paper_id = :id order by title collate "C", slug, anchor
                        """)
                .param("id", paperId)
                .query((rs, n) -> new ListStanding(
                        rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5)))
                .list();
    }
}
