package io.paperpress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Any process may be killed in the very middle of an import: while the body is still on its way, with a part of it
 * handled and a part not. Started again, everything agrees and nothing is missing.
 */
class KilledServiceE2E {

    private static final int PAPERS = 2_000;
    private static final int BEFORE_THE_KILL = 1_200;

    private static RunningPress press;

    @BeforeAll
    static void start() {
        press = RunningPress.start("killed", "--no-samples");
    }

    @AfterAll
    static void stop() {
        press.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "catalog-service",
                "search-service",
                "render-service",
                "ingest-service",
                "kafka",
                "postgres",
                "elasticsearch"
            })
    void everySubmissionOfAnInterruptedImportReachesItsEnd(String killed) {
        var client = new Client(press.origin());
        int before = client.catalogue().size();
        var killing = new CountDownLatch(1);
        var call = CompletableFuture.supplyAsync(() -> submitUntilTaken(client, killed, killing));
        await("some of it is handled").atMost(Duration.ofMinutes(1)).until(() -> handled(client, killed) > before);

        press.kill(killed);
        killing.countDown();
        press.startWhatIsNotRunning();

        String batch = call.join();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> assertAllEnded(client.json(batch).path("totals")));
        Map<String, Long> catalogue = client.catalogue();
        assertThat(catalogue).hasSize(before + PAPERS);
        assertThat(catalogue.values()).allMatch(revision -> revision == 1);
        assertThat(client.index()).isEqualTo(catalogue);
        assertThat(client.site()).isEqualTo(catalogue);
    }

    /** As every careful client does: the same again until it is taken. What was taken before the kill is recognised. */
    private static String submitUntilTaken(Client client, String killed, CountDownLatch killing) {
        String token = press.token("contributor");
        return await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .pollInSameThread()
                .until(
                        () -> client.submit(
                                "/api/submissions",
                                token,
                                "application/x-ndjson",
                                BodyPublishers.ofInputStream(() -> new PausingBody(
                                        papers(killed, 0, BEFORE_THE_KILL),
                                        killing,
                                        papers(killed, BEFORE_THE_KILL, PAPERS)))),
                        answer -> answer.statusCode() == 202)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** How many papers stand where the process that is to be killed puts them. */
    private static int handled(Client client, String killed) {
        return switch (killed) {
            case "search-service", "elasticsearch" -> total(client.json("/api/search?size=1"), "total");
            case "render-service" -> total(client.json("/api/site"), "papers");
            default -> total(client.json("/api/papers?size=1"), "total");
        };
    }

    private static int total(JsonNode answer, String field) {
        return answer.path(field).asInt();
    }

    private static void assertAllEnded(JsonNode totals) {
        int accepted = totals.path("accepted").asInt();
        assertThat(accepted + totals.path("duplicate").asInt()).isEqualTo(PAPERS);
        assertThat(totals.path("indexed").asInt()).isGreaterThanOrEqualTo(accepted);
        assertThat(totals.path("published").asInt()).isGreaterThanOrEqualTo(accepted);
    }

    private static String papers(String killed, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(n -> """
                {"title": "Paper %d of the import in which %s was killed", "authors": ["Author %d"], \
                "venue": "ICML", "year": %d, "institutions": ["Institution %d"]}
                """.formatted(n, killed, n % 97, 2000 + n % 25, n % 31))
                .collect(Collectors.joining());
    }
}
