package io.paperpress.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.testing.Papers;
import io.paperpress.render.publish.Publishing;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/** From an event to the page a reader gets, with real Kafka and PostgreSQL. */
class RenderServiceIT extends WithRenderService {

    @Autowired
    Publishing publishing;

    @Test
    void anEmptyCatalogueHasPages() throws Exception {
        settled();

        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/venues/").statusCode()).isEqualTo(200);
        assertThat(get("/search/").body()).contains("data-search");
        assertThat(get("/markdown/README.md").body()).contains("### year");
    }

    @Test
    void aCataloguedPaperStandsOnEveryPageItBelongsTo() throws Exception {
        tell(Papers.flexPrefill().catalogued("flexprefill1", 1));

        for (var page : Set.of(
                "/",
                "/papers/flexprefill1/",
                "/years/2025/",
                "/venues/iclr/",
                "/keywords/attention-sparsity/",
                "/institutions/peking-university/",
                "/authors/xunhao-lai/")) {
            assertThat(get(page).body()).as(page).contains("FlexPrefill: A Context-Aware Sparse Attention Mechanism");
        }
        assertThat(get("/institutions/").body()).contains("/institutions/bytedance/");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(get("/markdown/cls_keyword.md").body()).contains("<b>01-Sparsity (Attention)</b>"));
    }

    @Test
    void theSameEventAgainRewritesNothing() throws Exception {
        var paper = Papers.attention().catalogued("attention001", 3);
        tell(paper);
        settled();
        var before = files();

        tell(paper);
        tell(Papers.attention().withTitle("Something older").catalogued("attention001", 2));
        settled();

        assertThat(files()).isEqualTo(before);
        assertThat(get("/papers/attention001/").body()).contains("Attention Is All You Need");
    }

    @Test
    void aChangedVenueTouchesExactlyThePagesThatShowThePaper() throws Exception {
        var paper = Papers.titled("On Moving House")
                .withAuthors("Ada Mover")
                .withVenue("Oldplace")
                .withYear(1999);
        tell(paper.catalogued("moving000001", 1));
        tell(Papers.titled("On Staying").withVenue("Stayplace").withYear(1998).catalogued("staying00001", 1));
        settled();
        var before = files();

        tell(paper.withVenue("Newplace").catalogued("moving000001", 2));
        settled();

        assertThat(differing(before, files()))
                .containsExactlyInAnyOrder(
                        "papers/moving000001/index.html",
                        "authors/ada-mover/index.html",
                        "years/1999/index.html",
                        "venues/oldplace/index.html",
                        "venues/newplace/index.html",
                        "venues/index.html",
                        "index.html");
        assertThat(get("/venues/oldplace/").statusCode()).isEqualTo(404);
        assertThat(get("/venues/newplace/").body()).contains("On Moving House");
        assertThat(get("/venues/").body()).contains("Newplace").doesNotContain("Oldplace");
    }

    @Test
    void aLongGroupHasPagesAndAPaperMoreRewritesFewOfThem() throws Exception {
        var papers = new PaperEvent[350];
        for (int i = 0; i < papers.length; i++) {
            papers[i] = Papers.titled("Long paper number %03d".formatted(i))
                    .withVenue("Longplace")
                    .catalogued("long%08d".formatted(i), 1);
        }
        tell(papers);
        settled();
        var before = files();
        var pages = before.keySet().stream()
                .filter(file -> file.matches("venues/longplace/(page/\\d+/)?index.html"))
                .toList();
        assertThat(pages).hasSizeBetween(4, 8);
        var shown = new TreeSet<String>();
        for (var page : pages) {
            var body = get("/" + page.replace("index.html", "")).body();
            body.lines()
                    .filter(line -> line.contains("Long paper number"))
                    .forEach(line -> assertThat(shown.add(line)).as(line).isTrue());
        }
        assertThat(shown).hasSize(papers.length);

        tell(Papers.titled("Long paper number 100b").withVenue("Longplace").catalogued("long0000100b", 1));
        settled();

        assertThat(differing(before, files()))
                .contains("papers/long0000100b/index.html", "venues/longplace/index.html")
                .hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void whatACrashLeftUndoneIsDoneAtTheNextStart() throws Exception {
        publishing.stop();
        var paper = Papers.titled("Before the crash").withVenue("Crashplace").catalogued("crash0000001", 1);
        publish(paper);
        assertThat(get("/papers/crash0000001/").statusCode()).isEqualTo(404);

        publishing.start();
        awaitTold();

        assertThat(get("/papers/crash0000001/").body()).contains("Before the crash");
        settled();

        // killed after a file was replaced and before that was noted
        var before = files();
        jdbc.sql("delete from page where path = '/papers/crash0000001/'").update();
        jdbc.sql("insert into dirty_page (path, change, slow) values ('/papers/crash0000001/', 1, false)")
                .update();
        publishing.wake();
        settled();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aLostSiteDirectoryIsWrittenAgain() throws Exception {
        tell(Papers.titled("Lost and found").withVenue("Lostplace").catalogued("lost00000001", 1));
        settled();
        var before = files().keySet();
        publishing.stop();
        FileSystemUtils.deleteRecursively(directory.resolve("site"));

        publishing.start();
        settled();

        assertThat(files().keySet()).isEqualTo(before);
    }

    @Test
    void hostileTextStaysText() throws Exception {
        tell(Papers.titled("<script>alert(1)</script> & $x^{<b>}$ \u0000 ../../etc")
                .withAuthors("\"><img src=x onerror=alert(1)>", "..", "山田太郎", "<\u202e>")
                .withVenue("../../../secret")
                .withYear(2020)
                .withLinks(new Link("paper", "x", "javascript:alert(1)"))
                .catalogued("hostile00001", 1));

        var page = get("/papers/hostile00001/").body();
        assertThat(page)
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert", "<img src=x", "javascript:");
        assertThat(get("/venues/secret/").statusCode()).isEqualTo(200);
        assertThat(get("/authors/shan-tian-tai-lang/").statusCode()).isEqualTo(200);
    }
}
