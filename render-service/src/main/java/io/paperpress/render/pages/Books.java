package io.paperpress.render.pages;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.SourceRecord;
import io.paperpress.render.model.Json;
import io.paperpress.render.model.PaperChange;
import io.paperpress.render.model.PaperRemoval;
import io.paperpress.render.model.Words;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the whole-catalogue Markdown pages: one for each source of a paper that names a path, with the values it
 * submitted. Writing a page streams them; no page is ever held in memory.
 */
@Component
public class Books {

    private record Row(
            String paperId, String path, String publish, String title, String venue, String cells, String item) {}

    private record GroupRow(String book, String name, String paperId, String path) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final Words words;

    Books(JdbcClient jdbc, Json json, Words words) {
        this.jdbc = jdbc;
        this.json = json;
        this.words = words;
    }

    /** What a paper's sources say under the path they say it of; of two with one path the later. */
    static Collection<PaperFields> entries(PaperCatalogued paper) {
        var entries = new LinkedHashMap<String, PaperFields>();
        paper.sources().stream().map(SourceRecord::values).forEach(values -> {
            if (values.path() != null && !values.path().isBlank()) {
                entries.put(values.path(), values);
            }
        });
        return entries.values();
    }

    /** Whether these pages show something else of the paper. */
    public static boolean differ(PaperChange change) {
        var before = change.before();
        var known = before == null ? List.<PaperFields>of() : List.copyOf(entries(before.state()));
        return !known.equals(List.copyOf(entries(change.after().state())));
    }

    /** Whether these pages showed a paper that is not listed any more. */
    public static boolean showed(PaperRemoval removal) {
        var before = removal.before();
        return before != null && !entries(before.state()).isEmpty();
    }

    /** Removes the rows of papers. Call inside the writing transaction. */
    public void remove(Collection<String> paperIds) {
        if (!paperIds.isEmpty()) {
            delete(paperIds.toArray(String[]::new));
        }
    }

    /** Replaces the rows of papers. Call inside the writing transaction. */
    public void replace(Collection<PaperCatalogued> papers) {
        var rows = new ArrayList<Row>();
        var groups = new ArrayList<GroupRow>();
        var colours = new VenueColours(papers.isEmpty() ? Map.of() : words.colours());
        for (var paper : papers) {
            for (var entry : entries(paper)) {
                var cells = Cells.of(entry, colours);
                var id = paper.paperId();
                rows.add(new Row(
                        id, cells.path(), cells.publish(), cells.title(), cells.venue(), cells.row(), cells.item()));
                BookGroups.of(entry)
                        .forEach((book, names) ->
                                names.forEach(name -> groups.add(new GroupRow(book.name(), name, id, cells.path()))));
            }
        }
        var ids = papers.stream().map(PaperCatalogued::paperId).toArray(String[]::new);
        delete(ids);
        insert(rows, groups);
    }

    /** Gives a venue's badges its colour; whether there are any of another one. Call inside the writing transaction. */
    public boolean recolour(String venue, Map<String, String> colours) {
        return jdbc.sql("""
                        update book_row set publish = badge, cells = replace(cells, publish, badge),
                            item = replace(item, publish, badge)
                        from (select paper_id as p, path as q,
                                     regexp_replace(publish, '-[^-]*[)]$', '-' || :colour || ')') as badge
                              from book_row where venue = :venue) as b
                        where paper_id = p and path = q and publish <> badge
                        """)
                        .param("venue", venue)
                        .param("colour", new VenueColours(colours).of(venue))
                        .update()
                > 0;
    }

    private void delete(String[] ids) {
        jdbc.sql("delete from book_row where paper_id = any(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("delete from book_group where paper_id = any(:ids)")
                .param("ids", ids)
                .update();
    }

    private void insert(List<Row> rows, List<GroupRow> groups) {
        jdbc.sql("""
                        insert into book_row (paper_id, path, publish, title, venue, cells, item)
                        select "paperId", path, publish, title, venue, cells, item
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r("paperId" text, path text, publish text,
                            title text, venue text, cells text, item text)
                        """).param("rows", json.rows(rows)).update();
        jdbc.sql("""
                        insert into book_group (book, name, paper_id, path)
                        select book, name, "paperId", path
                        from jsonb_to_recordset(cast(:rows as jsonb))
                            as r(book text, name text, "paperId" text, path text)
                        """).param("rows", json.rows(groups)).update();
    }

    /**
     * Writes a page.
     *
     * @param reader on a connection without auto-commit, so that rows come as they are needed
     */
    public static void write(Book book, JdbcClient reader, Writer out) {
        var writer = new BookWriter(book, out);
        writer.begin();
        try (var rows = reader
                .sql(query(book))
                .param("book", book.name())
                .withFetchSize(1000)
                .query((rs, n) -> new String[] {rs.getString(1), rs.getString(2)})
                .stream()) {
            rows.forEach(row -> writer.add(row[0], row[1]));
        }
        writer.end();
    }

    private static String query(Book book) {
        return switch (book) {
            case README -> """
                    select g.name, r.item from book_group g join book_row r using (paper_id, path)
                    where g.book = :book order by g.name desc, r.venue, r.title, r.path
                    """;
            case YEAR -> """
                    select g.name, r.cells from book_group g join book_row r using (paper_id, path)
                    where g.book = :book order by g.name desc, r.publish, r.title, r.path
                    """;
            // kept by id, so that a keyword can be called otherwise while its rows stay as they are
            case KEYWORD -> """
                    select name, cells
                    from (select coalesce(
                                     case when k.position <= 10 then '0' else '' end || (k.position - 1) || '-' || k.label,
                                     g.name) collate "C" as name,
                                 r.cells, r.publish, r.title, path
                          from book_group g join book_row r using (paper_id, path)
                          left join keyword k on k.id = g.name
                          where g.book = :book) as k
                    order by name, publish, title, path
                    """;
            case PUBLICATION, INSTITUTION -> """
                    select g.name, r.cells from book_group g join book_row r using (paper_id, path)
                    where g.book = :book order by g.name, r.publish, r.title, r.path
                    """;
            // an author with a single paper has no group
            case AUTHOR -> """
                    select name, cells
                    from (select g.name, r.cells, r.publish, r.title, path, count(*) over (partition by g.name) as papers
                          from book_group g join book_row r using (paper_id, path) where g.book = :book) as a
                    where papers > 1 order by name, publish, title, path
                    """;
        };
    }
}
