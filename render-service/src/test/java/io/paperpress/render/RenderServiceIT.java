package io.paperpress.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListEvent;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.common.testing.BackingServices;
import io.paperpress.common.testing.Papers;
import io.paperpress.render.samples.EfficientPapers;
import io.paperpress.render.samples.Materials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From an event to the page a reader gets, with real Kafka and PostgreSQL. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class RenderServiceIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    @LocalServerPort
    int port;

    @Autowired
    EventPublisher publisher;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void backingServices(DynamicPropertyRegistry registry) {
        var database = BackingServices.newDatabase("render");
        registry.add("spring.datasource.url", database::jdbcUrl);
        registry.add("spring.datasource.username", database::user);
        registry.add("spring.datasource.password", database::password);
        registry.add("spring.kafka.bootstrap-servers", BackingServices::kafkaBootstrapServers);
        registry.add("paperpress.render.site-directory", () -> directory.resolve("site"));
        registry.add("management.server.port", () -> "0");
    }

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
                .untilAsserted(() -> assertThat(get("/markdown/cls_keyword.md").body())
                        .contains("<b>01-Sparsity (Attention)</b>"));
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
        var paper = Papers.titled("On Moving House").withAuthors("Ada Mover").withVenue("Oldplace").withYear(1999);
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
    void hostileTextStaysText() throws Exception {
        tell(Papers.titled("<script>alert(1)</script> & $x^{<b>}$ \u0000 ../../etc")
                .withAuthors("\"><img src=x onerror=alert(1)>", "..", "山田太郎", "<\u202e>")
                .withVenue("../../../secret")
                .withYear(2020)
                .withLinks(new Link("paper", "x", "javascript:alert(1)"))
                .catalogued("hostile00001", 1));

        var page = get("/papers/hostile00001/").body();
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "<img src=x", "javascript:");
        assertThat(get("/venues/secret/").statusCode()).isEqualTo(200);
        assertThat(get("/authors/shan-tian-tai-lang/").statusCode()).isEqualTo(200);
    }

    @Test
    void theSampleListsComeBack() throws Exception {
        tell(EfficientPapers.catalogued().toArray(PaperEvent[]::new));
        var materials = Materials.catalogued();
        tell(materials.papers().toArray(PaperEvent[]::new));
        tell(materials.list());

        var page = get("/lists/materials/").body();
        assertThat(page).contains("Subtopic 2: Sparse Attention", "No papers yet");
        assertThat(get("/papers/" + materials.papers().getFirst().paperId() + "/").body())
                .contains("/lists/materials/#flashattention-1-2-3");
        assertThat(get("/markdown/lists/materials.md").body())
                .satisfies(text -> assertThat(Materials.read(text).sections())
                        .isEqualTo(materials.list().sections()));
        settled();
        var institutions = get("/markdown/cls_institution.md").body();
        // this database holds other papers too: their groups are left out of the comparison
        assertThat(institutions).contains("<b>The University of Texas at Austin</b>");
    }

    private void tell(PaperEvent... events) {
        publisher.publish(Arrays.stream(events)
                .map(event -> new OutgoingEvent(Topics.PAPERS, event.paperId(), event))
                .toList());
        for (var event : events) {
            awaitRevision("select count(*) from paper where paper_id = ? and revision >= ?", event.paperId(), event.revision());
        }
        awaitTold();
    }

    private void tell(ListEvent event) {
        publisher.publish(List.of(new OutgoingEvent(Topics.LISTS, event.slug(), event)));
        awaitRevision("select count(*) from reading_list where slug = ? and revision >= ?", event.slug(), event.revision());
        awaitTold();
    }

    private void awaitRevision(String sql, String id, long revision) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql(sql).params(id, revision).query(Long.class).single() == 1);
    }

    private void awaitTold() {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("select count(*) from untold").query(Long.class).single() == 0);
    }

    /** Until nothing is pending, the slow pages included. */
    private void settled() {
        await().atMost(SOON).until(() -> get("/api/site").body().contains("\"pending\":0"));
    }

    private static Set<String> differing(TreeMap<String, String> before, TreeMap<String, String> after) {
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(file -> String.valueOf(before.get(file)).equals(after.get(file)));
        return all;
    }

    /** Every file of the site with its time and content, as far as equality goes; sidecars follow their files. */
    private static TreeMap<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        var root = directory.resolve("site");
        try (var all = Files.walk(root)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var name = root.relativize(file).toString();
                if (!name.startsWith(".") && !name.endsWith(".gz")) {
                    files.put(name, Files.getLastModifiedTime(file) + " " + Files.readString(file).hashCode());
                }
            }
        }
        return files;
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
