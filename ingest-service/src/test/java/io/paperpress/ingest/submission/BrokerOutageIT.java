package io.paperpress.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.common.events.Topics;
import io.paperpress.common.testing.BackingServices;
import io.paperpress.common.web.TestTokens;
import io.paperpress.ingest.RunningService;
import io.paperpress.ingest.Topic;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class BrokerOutageIT extends RunningService {

    private static final String JSON = "application/json";

    @Autowired
    JdbcClient jdbc;

    @Test
    void aBrokerThatDoesNotAcknowledgeIsA503AndNeverA202() {
        BackingServices.kafka().pause();
        try {
            isUnavailableSoon("{\"title\": \"Said to a deaf broker\"}");
        } finally {
            BackingServices.kafka().resume();
        }
        worksAgain();
    }

    @Test
    void aBrokerThatIsGoneIsA503AndReadingGoesOn() {
        var before = submit(JSON, "{\"title\": \"Before the broker went\"}");
        assertThat(before.status()).isEqualTo(202);
        BackingServices.kafka().stop();
        try {
            isUnavailableSoon("{\"title\": \"Said to no broker\"}");
            assertThat(get(before.text("/submissions/0/location")).text("/status"))
                    .isEqualTo("received");
        } finally {
            BackingServices.kafka().start();
        }
        worksAgain();
    }

    @Test
    void aDatabaseThatIsGoneIsA503ForWritingAndReading() {
        var before = submit(JSON, "{\"title\": \"Before the database went\"}");
        BackingServices.postgres().stop();
        try {
            isUnavailableSoon("{\"title\": \"Said without a database\"}");
            var answer = get(before.text("/submissions/0/location"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
        } finally {
            BackingServices.postgres().start();
        }
        worksAgain();
        assertThat(get(before.text("/submissions/0/location")).status()).isEqualTo(200);
    }

    @Test
    void aLongBodyCutByAnOutageSaysHowMuchWasTaken() {
        var lines = IntStream.range(0, 1000).mapToObj(i -> {
            if (i == 700) {
                await().until(() -> acknowledgedOfTheLastCall() > 0);
                BackingServices.kafka().pause();
            }
            return "{\"title\": \"Paper %d of a body that is cut\", \"abstract\": \"%s\"}%n"
                    .formatted(i, "x".repeat(1000))
                    .getBytes(StandardCharsets.UTF_8);
        });
        try {
            var answer = send(request("/api/submissions", BodyPublishers.ofByteArrays(lines::iterator))
                    .header("Content-Type", "application/x-ndjson")
                    .header("Authorization", "Bearer " + TestTokens.contributor()));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("/detail")).matches("(?s).*The first \\d+ entries were taken as batch \\w{26};.*");
        } finally {
            BackingServices.kafka().resume();
        }
        worksAgain();
    }

    private int acknowledgedOfTheLastCall() {
        return jdbc.sql("select acknowledged from batch order by received_at desc limit 1")
                .query(Integer.class)
                .single();
    }

    private void isUnavailableSoon(String body) {
        var start = Instant.now();
        var answer = submit(JSON, body);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(9));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).matches("\\d+");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo("/problems/unavailable");
    }

    private void worksAgain() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var answer = submit(JSON, "{\"title\": \"After the outage\"}");
            assertThat(answer.status()).isEqualTo(202);
            assertThat(Topic.ofBatch(Topics.SUBMISSIONS, answer.text("/batchId")))
                    .hasSize(1);
        });
    }
}
