package io.paperpress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.testing.EfficientPaperPages;
import io.paperpress.common.testing.EfficientPaperTree;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole tree goes in as one archive and comes back out as its pages, byte for byte. */
class ArchiveE2E {

    private static final Duration SOON = Duration.ofMinutes(2);

    @Test
    void anArchiveComesBackAsItsPagesAndComingAgainChangesNothing() {
        try (var press = RunningPress.start("archive", "--no-samples")) {
            var client = new Client(press.origin());
            var tree = EfficientPaperTree.ofTheSample();

            var batch = importTree(press, client, tree);

            assertThat(batch.path("refused").asInt()).isZero();
            assertThat(batch.path("totals").path("rejected").asInt()).isZero();
            for (var page : EfficientPaperPages.of(tree.papers()).entrySet()) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(
                                        client.get("/markdown/" + page.getKey()).body())
                                .describedAs(page.getKey())
                                .endsWith(page.getValue()));
            }

            var before = client.catalogue();
            var again = importTree(press, client, tree);
            assertThat(again.path("totals").path("duplicate").asInt())
                    .isEqualTo(tree.papers().size());
            assertThat(client.catalogue()).isEqualTo(before);
        }
    }

    private static JsonNode importTree(RunningPress press, Client client, EfficientPaperTree tree) {
        var answer = client.submit(
                "/api/submissions",
                press.token("contributor"),
                "application/zip",
                BodyPublishers.ofByteArray(tree.zip("EfficientPaper-main/")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        int received =
                JsonMapper.shared().readTree(answer.body()).path("received").asInt();
        assertThat(received).isEqualTo(tree.papers().size());
        String location = answer.headers().firstValue("Location").orElseThrow();
        return await().atMost(SOON)
                .until(
                        () -> client.json(location),
                        batch -> batch.path("totals").path("received").asInt(-1) == 0);
    }
}
