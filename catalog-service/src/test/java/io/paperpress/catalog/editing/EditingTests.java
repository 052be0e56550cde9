package io.paperpress.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.testing.CatalogServiceTests;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.common.messaging.EventJson;
import io.paperpress.common.web.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What tests of maintainers' actions share. */
abstract class EditingTests extends CatalogServiceTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    EventHandler<SubmissionEvent> handler;

    @Autowired
    JdbcClient db;

    String listed(Said said) {
        var submission = said.submitted();
        submit(submission);
        return paperOf(submission.submissionId());
    }

    void submit(SubmissionEvent... events) {
        handler.handle(Arrays.stream(events)
                .map(event -> new Delivery<SubmissionEvent>("editing-" + event.submissionId(), Instant.EPOCH, event))
                .toList());
    }

    String paperOf(String submissionId) {
        return db.sql("SELECT paper_id FROM submission_outcome WHERE submission_id = :id")
                .param("id", submissionId)
                .query(String.class)
                .single();
    }

    String decision(String submissionId) {
        return db.sql("SELECT decision FROM submission_outcome WHERE submission_id = :id")
                .param("id", submissionId)
                .query(String.class)
                .single();
    }

    /** @param headers names and values in turn */
    HttpResponse<String> call(String method, String path, @Nullable String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!method.equals("GET")) {
            request.header("Authorization", "Bearer " + TestTokens.maintainer());
        }
        if (body != null && Arrays.stream(headers).noneMatch("Content-Type"::equals)) {
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return call("GET", path, null);
    }

    JsonNode body(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    /** Patches the state that is there now. */
    HttpResponse<String> patch(String paper, String body) throws Exception {
        return call("PATCH", "/api/papers/" + paper, body, "If-Match", "*");
    }

    HttpResponse<String> withdraw(String paper, String reason) throws Exception {
        return call("DELETE", "/api/papers/" + paper, "{\"reason\": \"" + reason + "\"}", "If-Match", "*");
    }

    HttpResponse<String> merge(String paper, String into) throws Exception {
        return call("POST", "/api/papers/" + paper + "/merge", "{\"into\": \"" + into + "\", \"reason\": \"Same.\"}");
    }

    HttpResponse<String> unmerge(String paper) throws Exception {
        return call("DELETE", "/api/papers/" + paper + "/merge", null);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return EventJson.mapper().readTree(answer.body());
    }

    static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("");
    }

    /** What was told of a paper or list and has not left yet, or the state that is. */
    String revisions(String paper) {
        return String.join(
                " ",
                db.sql("SELECT action FROM paper_revision WHERE paper_id = :id ORDER BY revision")
                        .param("id", paper)
                        .query(String.class)
                        .list());
    }
}
