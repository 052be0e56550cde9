package io.paperpress.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperpress.catalog.intake.ReviewDecisions;
import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperMerged;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.PaperWithdrawn;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.web.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

class ExportIT extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private ReviewDecisions reviews;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void somethingOfEverything() {
        if (db.sql("SELECT count(*) FROM reading_list WHERE slug = 'exported'")
                        .query(Long.class)
                        .single()
                > 0) {
            return;
        }
        var paper = Said.of("Exported \\ & \"Quoted\" – H$_2$O\n\tand Ünïcödé 𝔸")
                .by("Ada Byron")
                .in("ICML", 2024)
                .id("arxiv", "2611.00001")
                .placed("placed", "A label", "Section")
                .submitted();
        var again = Said.of("Exported \\ & \"Quoted\" – H$_2$O and Ünïcödé 𝔸")
                .in("arXiv", 2023)
                .id("arxiv", "2611.00001")
                .from("bob")
                .submitted();
        submit(
                paper,
                again,
                Said.of("Exported by Its Author").by("Firstname Lastname").submitted());
        submit(new ListSubmitted(
                "list-of-exported",
                "batch",
                "ada",
                Instant.parse("2026-11-22T12:00:00Z"),
                "exported",
                "Exported",
                List.of(),
                List.of(new ListSection(
                        "Chapter",
                        List.of(new ListEntry(
                                "Label",
                                "Citation",
                                List.of(new ListItem(paper.submissionId(), null, "Citation", null)))),
                        List.of()))));
        submit(new ListSubmitted(
                "list-that-waits",
                "batch-that-waits",
                "ada",
                Instant.parse("2026-11-22T12:00:00Z"),
                "waiting",
                "Waiting",
                List.of(new ListEntry("L", "C", List.of(new ListItem("never-decided", null, "C", null)))),
                List.of()));
        var approved = proposed(paper, Said.of(null).in("ICLR").submitted());
        var open = proposed(paper, Said.of(null).in(2020).submitted());
        submit(approved, open);
        reviews.approve(approved.submissionId(), "mia", "Right.");
    }

    @Test
    void anEmptyCatalogueComesBackToTheLastRow() throws Exception {
        String exported = exported(new Export(db, transactions, Clock.systemUTC()));
        try (var empty = new EmptyCatalogue()) {
            var restored = empty.restoration().restore(stream(exported));
            assertThat(restored).isPresent();
            assertThat(restored.orElseThrow().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(exported.lines().count() - 2);
            String again = exported(empty.export());
            assertThat(rows(again)).isEqualTo(rows(exported));
            assertThat(again.lines()
                            .skip(exported.lines().count() - 1)
                            .findFirst()
                            .map(ExportIT::counts))
                    .isEqualTo(exported.lines()
                            .skip(exported.lines().count() - 1)
                            .findFirst()
                            .map(ExportIT::counts));
        }
    }

    @Test
    void everyTableIsExportedOrSaidToBeLeftOut() {
        String exported = exported(new Export(db, transactions, Clock.systemUTC()));
        var inTheEnd = JsonMapper.shared()
                .readTree(exported.lines().reduce((_, last) -> last).orElseThrow())
                .path("rows")
                .propertyNames();
        var tables = db.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
                .query(String.class)
                .list();
        assertThat(Stream.concat(inTheEnd.stream(), Tables.LEFT_OUT.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void restoringTellsEveryPaperAndListAnew() {
        String exported = exported(new Export(db, transactions, Clock.systemUTC()));
        try (var empty = new EmptyCatalogue()) {
            empty.restoration().restore(stream(exported));
            assertThat(empty.told().stream().filter(event -> event.event() instanceof NameEvent))
                    .hasSizeGreaterThan(17);
            var told = empty.told().stream()
                    .filter(event -> !(event.event() instanceof NameEvent))
                    .map(event -> switch (event.event()) {
                        case PaperCatalogued paper -> paper.paperId() + " " + paper.revision();
                        case PaperWithdrawn paper -> paper.paperId() + " " + paper.revision() + " withdrawn";
                        case PaperMerged paper -> paper.paperId() + " " + paper.revision() + " merged";
                        case ListCatalogued list -> list.slug() + " " + list.revision();
                        default -> throw new IllegalStateException(event.toString());
                    })
                    .toList();
            var kept = empty.db().sql("""
                            SELECT paper_id || ' ' || revision || CASE standing WHEN 'listed' THEN '' ELSE ' ' || standing END
                            FROM paper
                            UNION ALL
                            SELECT slug || ' ' || revision FROM reading_list
                            """).query(String.class).list();
            assertThat(kept).isNotEmpty();
            assertThat(told).containsExactlyInAnyOrderElementsOf(kept);
        }
    }

    @Test
    void numbersGoOnAfterThoseThatCameBack() {
        String exported = exported(new Export(db, transactions, Clock.systemUTC()));
        try (var empty = new EmptyCatalogue()) {
            empty.restoration().restore(stream(exported));
            long before = empty.db()
                    .sql("SELECT max(finding_id) FROM finding")
                    .query(Long.class)
                    .single();
            long next = empty.db()
                    .sql(
                            "INSERT INTO finding (kind, submission_id, message, found_at) VALUES ('new', 's', 'm', now()) RETURNING finding_id")
                    .query(Long.class)
                    .single();
            assertThat(next).isGreaterThan(before);
        }
    }

    @Test
    void anExportIsOneMomentWhateverHappensMeanwhile() {
        var meanwhile = Said.of("Came While It Was Exported").submitted();
        var busy = new Clock() {
            @Override
            public Instant instant() {
                CompletableFuture.runAsync(() -> submit(meanwhile)).join();
                return Instant.EPOCH;
            }

            @Override
            public java.time.ZoneId getZone() {
                return java.time.ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        assertThat(exported(new Export(db, transactions, busy))).doesNotContain(meanwhile.submissionId());
        assertThat(exported(new Export(db, transactions, Clock.systemUTC()))).contains(meanwhile.submissionId());
    }

    @Test
    void whatIsNotWholeChangesNothing() {
        String whole = exported(new Export(db, transactions, Clock.systemUTC()));
        var lines = whole.lines().toList();
        int row = lines.size() / 2;
        try (var empty = new EmptyCatalogue()) {
            refused(empty, "", "no end line");
            refused(empty, "{\"hello\": 1}\n", "no export");
            refused(empty, joined(lines.subList(0, lines.size() - 1)), "no end line");
            refused(empty, whole.substring(0, whole.length() - 1), "no end line");
            refused(empty, whole.substring(0, whole.length() / 2), "no end line");
            refused(empty, joined(without(lines, row)), "should hold");
            refused(empty, whole.replace("Ada Byron", "Ada Byrom"), "checksum");
            refused(empty, whole + "more", "follows the end");
            refused(empty, whole.replaceFirst("\"schema\":\"[^\"]*\"", "\"schema\":\"999\""), "schema version 999");
            refused(empty, whole.replaceFirst("\"format\":1", "\"format\":2"), "format is 2");
            refused(empty, whole.replaceFirst("\\{\"table\":\"paper\"", "{\"table\":\"papyrus\""), "no table papyrus");
            refused(
                    empty,
                    whole.replaceFirst("\"row\":\\{\"paper_id\":\"[^\"]*\"", "\"row\":{\"paper_id\":null"),
                    "paper");
            assertThat(empty.db()
                            .sql("SELECT count(*) FROM paper")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(empty.told()).isEmpty();
            assertThat(empty.restoration().restore(stream(whole))).isPresent();
            assertThat(empty.restoration().restore(stream(whole))).isEmpty();
        }
    }

    private static void refused(EmptyCatalogue empty, String export, String why) {
        assertThatThrownBy(() -> empty.restoration().restore(stream(export)))
                .isInstanceOf(DamagedExport.class)
                .hasMessageContaining(why);
        empty.told().clear();
    }

    @Test
    void onlyMaintainersExportAndRestore() throws Exception {
        assertThat(get("/api/export", null).statusCode()).isEqualTo(401);
        assertThat(get("/api/export", TestTokens.contributor()).statusCode()).isEqualTo(403);
        var export = get("/api/export", TestTokens.maintainer());
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Type")).hasValue("application/x-ndjson;charset=UTF-8");
        assertThat(post(null, "application/x-ndjson", export.body()).statusCode())
                .isEqualTo(401);
        assertThat(post(TestTokens.contributor(), "application/x-ndjson", export.body())
                        .statusCode())
                .isEqualTo(403);
        var full = post(TestTokens.maintainer(), "application/x-ndjson", export.body());
        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(full.body()).contains("/problems/catalogue-not-empty");
        assertThat(post(TestTokens.maintainer(), "application/json", "{}").statusCode())
                .isEqualTo(415);
    }

    @Test
    void theBibliographyHoldsEveryPaperUnderAKeyOfItsOwn() throws Exception {
        var twins = List.of(
                Said.of("Twin Volumes")
                        .by("Ada Byron")
                        .in("ICML", 2020)
                        .id("doi", "10.1/a")
                        .submitted(),
                Said.of("Twin Chapters")
                        .by("Ada Byron")
                        .in("ACL", 2020)
                        .id("doi", "10.1/b")
                        .submitted());
        submit(twins.toArray(SubmissionEvent[]::new));
        String bibliography = get("/api/export.bib", null).body();
        var keys = bibliography
                .lines()
                .filter(line -> line.startsWith("@"))
                .map(line -> line.substring(line.indexOf('{')))
                .collect(Collectors.toList());
        assertThat(keys).doesNotHaveDuplicates();
        assertThat((long) keys.size())
                .isEqualTo(db.sql("SELECT count(*) FROM paper WHERE standing = 'listed'")
                        .query(Long.class)
                        .single());
        assertThat(keys.stream().filter(key -> key.startsWith("{byron2020twin-")))
                .hasSize(2);
    }

    private static Optional<String> counts(String end) {
        return Optional.of(JsonMapper.shared().readTree(end).path("rows").toString());
    }

    private static List<String> rows(String export) {
        var lines = export.lines().toList();
        return lines.subList(1, lines.size() - 1);
    }

    private static List<String> without(List<String> lines, int one) {
        var fewer = new ArrayList<>(lines);
        fewer.remove(one);
        return fewer;
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String exported(Export export) {
        var bytes = new ByteArrayOutputStream();
        export.write(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private RevisionSubmitted proposed(PaperSubmitted of, PaperSubmitted values) {
        String paper = db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                .param("id", of.submissionId())
                .query(String.class)
                .single();
        return new RevisionSubmitted(
                values.submissionId(),
                "batch",
                "reader",
                Instant.parse("2026-11-22T12:00:00Z"),
                paper,
                values.paper(),
                "It says so.",
                List.of());
    }

    private void submit(SubmissionEvent... submissions) {
        handler.handle(Stream.of(submissions)
                .map(submission ->
                        new Delivery<SubmissionEvent>("ce-" + submission.submissionId(), Instant.now(), submission))
                .toList());
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)), token);
    }

    private HttpResponse<String> post(@Nullable String token, String type, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/restore"))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)),
                token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, @Nullable String token) throws Exception {
        var builder = request.timeout(Duration.ofSeconds(60));
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        return http.send(builder.build(), BodyHandlers.ofString());
    }
}
