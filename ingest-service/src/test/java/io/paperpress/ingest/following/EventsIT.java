package io.paperpress.ingest.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.Decision;
import io.paperpress.common.events.PaperIndexed;
import io.paperpress.common.events.PaperPublished;
import io.paperpress.common.events.ProgressEvent;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.testing.Follower;
import io.paperpress.ingest.IngestServiceApplication;
import io.paperpress.ingest.RunningService;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class EventsIT extends RunningService {

    private static final Instant T = Instant.parse("2026-11-22T10:00:00Z");
    private static final int NEVER = Integer.MAX_VALUE;

    @Autowired
    EventHandler<ProgressEvent> handler;

    @Test
    void aSubmissionIsToldStageByStageAndThenEnds() {
        var id = submitted("Told stage by stage");
        var follower = new Follower("/api/submissions/" + id + "/events");
        follower.listen(port, NEVER, heard -> {
            switch (heard.id()) {
                case "0" -> follow(decided(id, Decision.ACCEPTED, "e1" + id, 1));
                case "1" -> follow(new PaperPublished(id, "e1" + id, 1, T.plusMillis(7)));
                case "2" -> follow(new PaperIndexed(id, "e1" + id, 1, T.plusMillis(9)));
                default -> {}
            }
        });
        assertThat(follower.stages()).containsExactly("received", "accepted", "published", "indexed");
        assertThat(follower.ids()).containsExactly("0", "1", "2", "3", "end");
        assertThat(follower.heard().get(1).data().get("paperId").asString()).isEqualTo("e1" + id);
        assertThat(follower.isThrough()).isTrue();

        var again = new Follower("/api/submissions/" + id + "/events").since("1");
        again.listen(port, NEVER);
        assertThat(again.ids()).containsExactly("2", "3", "end");
        var afterwards = new Follower("/api/submissions/" + id + "/events").since("end");
        afterwards.listen(port, NEVER);
        assertThat(afterwards.status()).isEqualTo(204);
    }

    @Test
    void aSubmissionThatWaitedForAPersonIsToldBothTimes() {
        var id = submitted("Waited for a person");
        follow(decided(id, Decision.IN_REVIEW, "e2" + id, 1), decided(id, Decision.REJECTED, "e2" + id, 1));
        var follower = new Follower("/api/submissions/" + id + "/events");
        follower.listen(port, NEVER);
        assertThat(follower.stages()).containsExactly("received", "inReview", "rejected");
        assertThat(get("/api/submissions/" + id).json().at("/timeline").findValues("stage").stream()
                        .map(JsonNode::asString))
                .containsExactly("received", "inReview", "rejected");
    }

    @Test
    void nothingIsLostThoughTheConnectionIsCutAgainAndAgain() throws Exception {
        var random = new Random(42);
        int papers = 120;
        var batch = batchOf(papers);
        var ids = ids(batch);
        var story = new ArrayList<ProgressEvent>();
        for (int i = 0; i < papers; i++) {
            String paper = "cut" + batch + i;
            story.add(decided(ids.get(i), i % 10 == 0 ? Decision.DUPLICATE : Decision.ACCEPTED, paper, 1));
            story.add(new PaperIndexed(ids.get(i), paper, 1, T));
            story.add(new PaperPublished(ids.get(i), paper, 1, T));
        }
        Collections.shuffle(story, random);

        var follower = new Follower("/api/batches/" + batch + "/events");
        try (var telling = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = telling.submit(() -> tell(story));
            var second = startAnother();
            int connections = 0;
            while (!follower.isThrough()) {
                int where = random.nextInt(3) == 0 ? port(second) : port;
                follower.listen(where, 1 + random.nextInt(2500));
                if (++connections == 20) { // as after a restart
                    second.close();
                    second = startAnother();
                }
                assertThat(connections).isLessThan(5_000);
            }
            second.close();
            told.get();
            assertThat(connections).isGreaterThan(20);
        }

        int stages = papers / 10 + 3 * (papers - papers / 10);
        assertThat(follower.ids())
                .containsExactlyElementsOf(
                        Stream.concat(LongStream.rangeClosed(0, stages).mapToObj(Long::toString), Stream.of("end"))
                                .toList());
        var seen = follower.heard().stream()
                .filter(one -> one.data().has("submissionId"))
                .map(one -> one.data().get("submissionId").asString() + " "
                        + one.data().get("stage").asString())
                .collect(Collectors.toSet());
        var expected = new HashSet<String>();
        for (int i = 0; i < papers; i++) {
            if (i % 10 == 0) {
                expected.add(ids.get(i) + " duplicate");
            } else {
                for (String stage : List.of("accepted", "indexed", "published")) {
                    expected.add(ids.get(i) + " " + stage);
                }
            }
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(follower.heard().getFirst().data().get("received").intValue())
                .isEqualTo(papers);
    }

    /** Two instances at once, in small pieces: the numbers must come out in one order all the same. */
    private void tell(List<ProgressEvent> story) {
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int from = 0; from < story.size(); from += 4) {
                var piece =
                        story.subList(from, Math.min(story.size(), from + 4)).toArray(ProgressEvent[]::new);
                both.execute(() -> follow(piece));
            }
        }
    }

    @Test
    void silenceIsFilledWithComments() {
        var id = submitted("In silence");
        var follower = new Follower("/api/submissions/" + id + "/events");
        try (var telling = Executors.newVirtualThreadPerTaskExecutor()) {
            telling.execute(() -> {
                await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
                follow(decided(id, Decision.REJECTED, null, 0));
            });
            follower.listen(port, NEVER);
        }
        assertThat(follower.comments()).isGreaterThanOrEqualTo(1);
        assertThat(follower.isThrough()).isTrue();
    }

    @Test
    void moreStreamsThanThereIsRoomForAreUnavailable() throws Exception {
        var id = submitted("Followed by many");
        var path = "/api/submissions/" + id + "/events";
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 20; i++) {
                var socket = new Socket("localhost", port);
                open.add(socket);
                socket.getOutputStream()
                        .write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                .formatted(path)
                                .getBytes(StandardCharsets.UTF_8));
                socket.getInputStream().readNBytes(20);
            }
            var answer = get(path);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("/type")).isEqualTo("/problems/too-many-streams");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        follow(decided(id, Decision.REJECTED, null, 0));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(get(path).status()).isEqualTo(200));
    }

    @Test
    void whatCannotBeFollowedIsAProblem() {
        assertThat(get("/api/submissions/nobody/events").text("/type")).isEqualTo("/problems/submission-not-found");
        assertThat(get("/api/batches/nobody/events").text("/type")).isEqualTo("/problems/batch-not-found");
        var foreign = new Follower("/api/batches/" + batchOf(1) + "/events").since("nonsense");
        foreign.listen(port, NEVER);
        assertThat(foreign.status()).isEqualTo(400);
    }

    @Test
    void theStatusIsAPictureWithATitle() {
        var id = submitted("As a picture");
        var badge = get("/api/submissions/" + id + "/status.svg");
        assertThat(badge.status()).isEqualTo(200);
        assertThat(badge.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(badge.header("Cache-Control")).contains("no-cache");
        assertThat(badge.http().body()).contains("<title id=\"t\">paper: received</title>", "role=\"img\"");
        assertThat(send(requestGet("/api/submissions/" + id + "/status.svg")
                                .header("If-None-Match", badge.header("ETag")))
                        .status())
                .isEqualTo(304);
        follow(decided(id, Decision.REJECTED, null, 0));
        assertThat(get("/api/submissions/" + id + "/status.svg").http().body()).contains(">rejected<");
        assertThat(get("/api/submissions/nobody/status.svg").status()).isEqualTo(404);
    }

    private String submitted(String title) {
        return submit("application/json", "{\"title\": \"%s %s\"}".formatted(title, UUID.randomUUID()))
                .text("/submissions/0/submissionId");
    }

    private String batchOf(int papers) {
        return submit(
                        "application/x-ndjson",
                        IntStream.range(0, papers)
                                .mapToObj(i -> "{\"title\": \"One of many %d %s\"}".formatted(i, UUID.randomUUID()))
                                .collect(Collectors.joining("\n")))
                .text("/batchId");
    }

    private List<String> ids(String batch) {
        return get("/api/batches/" + batch + "?size=1000").json().at("/submissions").findValues("submissionId").stream()
                .map(JsonNode::asString)
                .toList();
    }

    private ConfigurableApplicationContext startAnother() {
        return SpringApplication.run(IngestServiceApplication.class, settings());
    }

    private static int port(ConfigurableApplicationContext service) {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static SubmissionDecided decided(String id, Decision decision, @Nullable String paperId, long revision) {
        return new SubmissionDecided(
                id,
                decision,
                decision == Decision.IN_REVIEW ? T : T.plusSeconds(1),
                paperId,
                null,
                revision,
                List.of(),
                List.of(),
                List.of());
    }

    private void follow(ProgressEvent... events) {
        handler.handle(List.of(events).stream()
                .map(event -> new Delivery<>(UUID.randomUUID().toString(), T, event))
                .toList());
    }
}
