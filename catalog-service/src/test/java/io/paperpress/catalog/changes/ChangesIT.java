package io.paperpress.catalog.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.PaperMerged;
import io.paperpress.common.events.PaperWithdrawn;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.common.messaging.SentEvents.SentEvent;
import io.paperpress.common.testing.Follower;
import io.paperpress.common.testing.Follower.Heard;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ChangesIT extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Outbox outbox;

    @Autowired
    private ChangeLog log;

    @Autowired
    private TransactionTemplate transaction;

    /** Transactions end in another order than they began; the connection breaks again and again. */
    @Test
    void whoComesBackMissesNothingAndHearsNothingTwice() throws Exception {
        var follower = new Follower("/api/changes?from=now");
        var random = new Random(7);
        follower.listen(port, 4_000); // hears where it begins
        try (var writers = Executors.newFixedThreadPool(8)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (int writer = 0; writer < 8; writer++) {
                String name = "Written by " + writer;
                running.add(writers.submit(saying(name)));
            }
            while (running.stream().anyMatch(one -> !one.isDone())) {
                follower.listen(port, 500 + random.nextInt(4_000));
            }
            for (var one : running) {
                one.get();
            }
        }
        var papers = papers();
        assertThat(papers).hasSize(8);
        await().untilAsserted(() -> {
            follower.listen(port, 1_000_000);
            var heard = heardOf(papers, follower);
            assertThat(heard.values().stream().mapToInt(List::size).sum()).isEqualTo(8 * 12);
        });
        heardOf(papers, follower)
                .values()
                .forEach(revisions -> assertThat(revisions)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 12).boxed().toList()));
        assertThat(follower.ids()).doesNotHaveDuplicates();
    }

    private Callable<Void> saying(String name) {
        return () -> {
            for (int n = 0; n < 12; n++) {
                submit(Said.of("Told in Order, " + name)
                        .by("Ada Byron")
                        .called("Name " + n)
                        .from("submitter-" + n)
                        .submitted());
            }
            return null;
        };
    }

    private List<String> papers() {
        return db.sql("SELECT paper_id FROM paper WHERE state -> 'paper' ->> 'title' LIKE 'Told in Order%'")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Map<String, List<Long>> heardOf(List<String> papers, Follower follower) {
        return follower.heard().stream()
                .filter(heard -> papers.contains(heard.data().path("paperId").asString("")))
                .collect(Collectors.groupingBy(
                        heard -> heard.data().path("paperId").asString(),
                        Collectors.mapping(
                                heard -> heard.data().path("revision").asLong(), Collectors.toList())));
    }

    @Test
    void withdrawnAndMergedPapersAreTold() {
        var follower = new Follower("/api/changes?from=now");
        follower.listen(port, 4_000); // hears where it begins
        var at = Instant.parse("2026-11-22T12:00:00Z");
        transaction.executeWithoutResult(_ -> outbox.append(List.of(
                new OutgoingEvent(
                        Topics.PAPERS, "gone", new PaperWithdrawn("gone", 2, at, at, "change-1", "Title", "A mistake")),
                new OutgoingEvent(
                        Topics.PAPERS, "one", new PaperMerged("one", 3, at, at, "change-2", "Title", "other", null)))));
        await().untilAsserted(() -> {
            follower.listen(port, 1_000_000);
            assertThat(told(follower, "gone")).containsExactly("withdrawn 2 ");
            assertThat(told(follower, "one")).containsExactly("merged 3 other");
        });
        db.sql("DELETE FROM change WHERE key IN ('gone', 'one')").update();
    }

    private static List<String> told(Follower follower, String paper) {
        return follower.heard().stream()
                .map(Heard::data)
                .filter(data -> data.path("paperId").asString("").equals(paper))
                .map(data -> "%s %d %s"
                        .formatted(
                                data.path("change").asString(),
                                data.path("revision").asLong(),
                                data.path("into").asString("")))
                .toList();
    }

    @Test
    void whoComesWithoutAnIdHearsEverythingFromTheFirst() {
        submit(Said.of("Heard from the First").submitted());
        await().untilAsserted(() -> {
            var follower = new Follower("/api/changes");
            follower.listen(port, 10_000_000);
            assertThat(follower.heard().getFirst().event()).isEqualTo("start");
            assertThat((long) follower.heard().size() - 1)
                    .isEqualTo(db.sql("SELECT count(*) FROM change")
                            .query(Long.class)
                            .single());
            assertThat(follower.comments()).isPositive();
        });
    }

    @Test
    void anIdOfElsewhereIsNoPositionHere() throws Exception {
        assertThat(get(null, "tomorrow").statusCode()).isEqualTo(400);
        assertThat(get("17", "first").statusCode()).isEqualTo(400);
        var foreign = get("0123456789ab-17", "first");
        assertThat(foreign.statusCode()).isEqualTo(410);
        assertThat(foreign.body()).contains("/problems/unknown-position");
        assertThat(get(log.name() + "-" + (log.newest() + 1_000), "first").statusCode())
                .isEqualTo(410);
    }

    @Test
    void whatIsSentAgainAfterACrashIsLoggedOnce() {
        var events = IntStream.range(0, 3)
                .mapToObj(n -> new SentEvent(
                        Topics.LISTS, "sent-again", "ListCatalogued", "{\"revision\": " + (n % 2 + 1) + "}"))
                .toList();
        log.sent(events);
        log.sent(events);
        assertThat(db.sql("SELECT revision FROM change WHERE key = 'sent-again' ORDER BY n")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 2L);
        db.sql("DELETE FROM change WHERE key = 'sent-again'").update();
    }

    private HttpResponse<String> get(@Nullable String lastEventId, String from) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/changes?from=" + from));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void submit(SubmissionEvent... submissions) {
        handler.handle(java.util.stream.Stream.of(submissions)
                .map(submission ->
                        new Delivery<SubmissionEvent>("ce-" + submission.submissionId(), Instant.now(), submission))
                .toList());
    }
}
