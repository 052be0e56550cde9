package io.paperpress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A whole system with nothing but an export of another becomes what that one was: catalogue, index and site. */
class ExportE2E {

    private record Known(
            Map<String, Long> catalogue, List<String> rows, JsonNode lists, String revisions, String bibliography) {

        static Known of(Client client, String token) {
            var papers = client.catalogue();
            var export = client.get("/api/export", token);
            assertThat(export.statusCode()).isEqualTo(200);
            var lines = export.body().lines().toList();
            assertThat(lines.getLast()).startsWith("{\"end\":true");
            return new Known(
                    papers,
                    lines.subList(1, lines.size() - 1),
                    client.json("/api/lists"),
                    client.get("/api/papers/" + papers.keySet().iterator().next() + "/revisions")
                            .body(),
                    client.get("/api/export.bib").body());
        }
    }

    @Test
    void anExportBringsEverythingBackIntoAnEmptySystem() {
        Known before;
        String export;
        try (var press = RunningPress.start("exported")) {
            var client = new Client(press.origin());
            String token = press.token("maintainer");
            before = Known.of(client, token);
            export = client.get("/api/export", token).body();
        }
        try (var press = RunningPress.start("restored", "--no-samples")) {
            var client = new Client(press.origin());
            String token = press.token("maintainer");
            assertThat(client.catalogue()).isEmpty();

            var restored =
                    client.submit("/api/restore", token, "application/x-ndjson", BodyPublishers.ofString(export));
            assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);

            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        assertThat(client.index()).isEqualTo(before.catalogue());
                        assertThat(client.site()).isEqualTo(before.catalogue());
                    });
            assertThat(Known.of(client, token)).isEqualTo(before);
            assertThat(client.submit("/api/restore", token, "application/x-ndjson", BodyPublishers.ofString(export))
                            .statusCode())
                    .isEqualTo(409);
            assertThat(client.get("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc")
                            .body())
                    .contains("<resumptionToken");
        }
    }
}
