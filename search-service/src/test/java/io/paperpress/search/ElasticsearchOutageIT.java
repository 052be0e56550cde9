package io.paperpress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.testing.BackingServices;
import io.paperpress.common.testing.Papers;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

class ElasticsearchOutageIT extends SearchServiceFixture {

    @LocalManagementPort
    private int managementPort;

    @Test
    void nothingIsLostWhileElasticsearchIsAwayAndSearchesSaySo() {
        index(Papers.titled("Before " + word("outage")).catalogued("outage00000b", 1));
        var server = BackingServices.elasticsearch();
        server.stop();
        try {
            publish(IntStream.range(0, 250)
                    .mapToObj(i -> Papers.titled("During " + word("outage")).catalogued("outage%06d".formatted(i), 1))
                    .toArray(PaperCatalogued[]::new));
            var answer = get("q", "x");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).doesNotContainIgnoringCase("elastic").doesNotContain("Exception");
            await().untilAsserted(() -> assertThat(readiness()).isEqualTo(503));
            assertThat(liveness()).isEqualTo(200);
        } finally {
            server.start();
        }
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(search("q", word("outage"), "size", "0")
                                .get("total")
                                .longValue())
                        .isEqualTo(251));
        await().untilAsserted(() -> assertThat(readiness()).isEqualTo(200));
    }

    private int readiness() {
        return get(URI.create("http://localhost:%d/actuator/health/readiness".formatted(managementPort)))
                .statusCode();
    }

    private int liveness() {
        return get(URI.create("http://localhost:%d/actuator/health/liveness".formatted(managementPort)))
                .statusCode();
    }
}
