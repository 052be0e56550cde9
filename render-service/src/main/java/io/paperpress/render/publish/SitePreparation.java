package io.paperpress.render.publish;

import io.paperpress.render.model.Facet;
import io.paperpress.render.model.Json;
import io.paperpress.render.model.Shelf;
import io.paperpress.render.model.ShelfPage;
import io.paperpress.render.pages.Assets;
import io.paperpress.render.pages.Book;
import io.paperpress.render.pages.Look;
import io.paperpress.render.pages.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Before anything is published: assets in place, and every page dirty if the site is new or looks different now. */
@Component
class SitePreparation {

    private static final Logger log = LoggerFactory.getLogger(SitePreparation.class);

    /** Says which database wrote the directory; another one's pages are not known here. */
    private static final String MARKER = ".site";

    private record FacetRow(String facet, String segment) {}

    private final JdbcClient jdbc;
    private final Json json;
    private final WritingTransaction writing;
    private final DirtyPages dirtyPages;
    private final PageStore store;
    private final Assets assets;
    private final Look look;

    SitePreparation(
            JdbcClient jdbc,
            Json json,
            WritingTransaction writing,
            DirtyPages dirtyPages,
            PageStore store,
            Assets assets,
            Look look) {
        this.jdbc = jdbc;
        this.json = json;
        this.writing = writing;
        this.dirtyPages = dirtyPages;
        this.store = store;
        this.assets = assets;
        this.look = look;
    }

    void prepare() {
        var siteId = jdbc.sql("select site_id from site").query(String.class).single();
        var known = marker();
        if (!known.isEmpty() && !known.equals(siteId)) {
            log.warn("The site directory holds the site of another database; it is emptied");
            store.clear();
        }
        store.prepare();
        assets.all().forEach(asset -> store.write(asset.path(), asset.content(), null));
        writing.run(() -> {
            var isForeign = !siteId.equals(marker());
            var isNewLook = jdbc.sql("update site set look = :look where look <> :look")
                            .param("look", look.fingerprint())
                            .update()
                    > 0;
            if (isForeign) {
                jdbc.sql("delete from page").update();
            }
            if (isForeign || isNewLook) {
                log.info("Every page is rendered anew: {}", isForeign ? "the site directory is new" : "a new look");
                markEverything();
            }
            mark(siteId);
        });
    }

    private void markEverything() {
        var change = writing.nextChange();
        dirtyPages.mark(fixed(), change);
        jdbc.sql("""
                        insert into dirty_page (path, change, slow)
                        select path, :change, false from (
                            select path from page where path not in (select path from dirty_page where slow)
                            union select '/papers/' || paper_id || '/' from paper
                            union select '/papers/' || paper_id || '/' || :gone from former_paper
                            union select '/papers/' || paper_id || '/' || :moved from former_paper
                            union select '/lists/' || slug || '/' from reading_list
                            union select '/markdown/lists/' || slug || '.md' from reading_list
                            union select '/' || f.segment || '/' || s.slug || '/'
                                from shelf s
                                join jsonb_to_recordset(cast(:facets as jsonb)) as f(facet text, segment text)
                                    using (facet)
                                where papers > 0
                            union select '/' || kind || '/' || slug || '/page/' || number || '/'
                                from page_break where kind <> 'index'
                            union select '/' || slug || '/page/' || number || '/' from page_break where kind = 'index'
                        ) as every_page
                        on conflict (path) do update set change = excluded.change
                        """)
                .param("change", change)
                .param("gone", Page.GONE)
                .param("moved", Page.MOVED)
                .param(
                        "facets",
                        json.rows(Arrays.stream(Facet.values())
                                .map(facet -> new FacetRow(facet.name(), facet.segment()))
                                .toList()))
                .update();
    }

    /** Pages that are there whatever the catalogue holds. */
    static List<Page> fixed() {
        var pages = new ArrayList<Page>(List.of(
                new Page.Home(),
                new Page.VenueColours(),
                new Page.Search(),
                new Page.Submission(),
                new Page.NotFound(),
                new Page.Lists()));
        for (var facet : Facet.values()) {
            pages.add(new Page.OfShelf(ShelfPage.first(Shelf.indexOf(facet))));
        }
        for (var book : Book.values()) {
            pages.add(new Page.BookMarkdown(book));
        }
        return pages;
    }

    private String marker() {
        var file = store.root().resolve(MARKER);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mark(String siteId) {
        try {
            Files.writeString(store.root().resolve(MARKER), siteId + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
