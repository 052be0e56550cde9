package io.paperpress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any service may be killed in the middle of an import; started again, everything agrees and nothing is missing. */
class KilledServiceE2E {

    private static final int PAPERS = 2_000;

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
    @ValueSource(strings = {"catalog-service", "search-service", "render-service", "ingest-service"})
    void everySubmissionOfAnInterruptedImportReachesItsEnd(String service) {
        var client = new Client(press.origin());
        int before = client.catalogue().size();
        var answer = client.submit(
                "/api/submissions",
                press.token("contributor"),
                "application/x-ndjson",
                BodyPublishers.ofString(papers(service)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String batch = answer.headers().firstValue("Location").orElseThrow();
        JsonNode atKill = JsonMapper.shared().readTree(client.get(batch).body()).path("totals");

        press.kill(service);
        press.startWhatIsNotRunning();

        System.out.printf("%s killed at %s%n", service, atKill);
        var totals = await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(
                        () -> client.json(batch).path("totals"),
                        now -> now.path("published").asInt() == PAPERS
                                && now.path("indexed").asInt() == PAPERS);
        assertThat(atKill.path("published").asInt()).as("killed in the middle").isLessThan(PAPERS);
        assertThat(totals.path("accepted").asInt()).isEqualTo(PAPERS);
        var catalogue = client.catalogue();
        assertThat(catalogue).hasSize(before + PAPERS);
        assertThat(catalogue.values()).allMatch(revision -> revision == 1);
        assertThat(client.index()).isEqualTo(catalogue);
        assertThat(client.site()).isEqualTo(catalogue);
    }

    private static String papers(String service) {
        return IntStream.range(0, PAPERS)
                .mapToObj(n -> """
                        {"title": "Paper %d of the import that %s interrupted", "authors": ["Author %d"], \
                        "venue": "ICML", "year": %d, "institutions": ["Institution %d"]}""".formatted(n, service, n % 97, 2000 + n % 25, n % 31))
                .collect(Collectors.joining("\n"));
    }
}
