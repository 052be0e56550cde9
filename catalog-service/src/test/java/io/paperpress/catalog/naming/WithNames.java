package io.paperpress.catalog.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.messaging.EventJson;
import io.paperpress.common.web.TestTokens;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Submits papers and asks the names over HTTP. */
abstract class WithNames extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private EventHandler<SubmissionEvent> handler;

    @Autowired
    JdbcClient db;

    /** Submits a paper; its id. */
    String listed(Said said) {
        var submission = said.submitted();
        submit(submission);
        return paperOf(submission);
    }

    void submit(PaperSubmitted... submissions) {
        handler.handle(Arrays.stream(submissions)
                .map(event -> new Delivery<SubmissionEvent>("names-" + event.submissionId(), Instant.EPOCH, event))
                .toList());
    }

    String paperOf(PaperSubmitted submission) {
        return outcome(submission, "paper_id");
    }

    String outcome(PaperSubmitted submission, String column) {
        return db.sql("SELECT * FROM submission_outcome WHERE submission_id = :id")
                .param("id", submission.submissionId())
                .query((row, _) -> row.getString(column))
                .single();
    }

    JsonNode paper(String id) {
        var answer = send("GET", "/api/papers/" + id, null);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json(answer);
    }

    void awaitShown(String id, String pointer, String value) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(paper(id).at(pointer).asString()).isEqualTo(value));
    }

    static String alias(String kind, String name) {
        return "/api/aliases/" + kind + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode put(String path, String body) {
        var answer = send("PUT", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    void delete(String path) {
        var answer = send("DELETE", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** Refused with a problem of that kind. */
    JsonNode refused(String method, String path, String body, int status, String kind) {
        var answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).at("/type").asString()).isEqualTo("/problems/" + kind);
        return json(answer);
    }

    JsonNode get(String path) {
        var answer = send("GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    HttpResponse<String> send(String method, String path, @org.jspecify.annotations.Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!method.equals("GET")) {
            request.header("Authorization", "Bearer " + TestTokens.maintainer());
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return EventJson.mapper().readTree(answer.body());
    }
}
