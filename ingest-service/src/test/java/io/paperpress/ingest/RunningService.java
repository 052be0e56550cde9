package io.paperpress.ingest;

import io.paperpress.common.testing.BackingServices;
import io.paperpress.common.web.TestTokens;
import io.paperpress.localstack.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it runs, with real Kafka and PostgreSQL, and its HTTP as a caller sees it; one for all tests. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "paperpress.ingest.chunk=50",
            "paperpress.ingest.rate.submissions.calls=1000",
            "paperpress.ingest.rate.submissions.per=5m",
            "paperpress.ingest.rate.corrections.calls=50",
            "paperpress.ingest.events.max-streams=20",
            "paperpress.ingest.events.heartbeat=1s"
        })
public abstract class RunningService {

    private static final Database DATABASE = BackingServices.newDatabase("ingest");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer of the service; {@code json} is the body. */
    public record Answer(int status, HttpResponse<String> http, JsonNode json) {

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        public String text(String pointer) {
            return json.at(pointer).asString("");
        }
    }

    @LocalServerPort
    protected int port;

    @Autowired
    protected JsonMapper mapper;

    @DynamicPropertySource
    static void backingServices(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.bootstrap-servers", BackingServices::kafkaBootstrapServers);
        properties.add("paperpress.ingest.catalog-url", CatalogueStandIn.INSTANCE::url);
        properties.add("spring.datasource.url", DATABASE::jdbcUrl);
        properties.add("spring.datasource.username", DATABASE::user);
        properties.add("spring.datasource.password", DATABASE::password);
        properties.add("spring.security.oauth2.resourceserver.jwt.public-key-location", TestTokens::publicKeyLocation);
    }

    /** For another instance of the service beside this one. */
    protected static String[] settings() {
        return new String[] {
            "--server.port=0",
            "--management.server.port=0",
            "--spring.kafka.bootstrap-servers=" + BackingServices.kafkaBootstrapServers(),
            "--spring.datasource.url=" + DATABASE.jdbcUrl(),
            "--spring.datasource.username=" + DATABASE.user(),
            "--spring.datasource.password=" + DATABASE.password(),
            "--spring.security.oauth2.resourceserver.jwt.public-key-location=" + TestTokens.publicKeyLocation()
        };
    }

    protected Answer submit(String contentType, String body) {
        return submit("", contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    protected Answer submit(String query, String contentType, byte[] body) {
        return send(request("/api/submissions" + query, BodyPublishers.ofByteArray(body))
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + TestTokens.contributor()));
    }

    protected Answer get(String path) {
        return send(requestGet(path));
    }

    protected HttpRequest.Builder requestGet(String path) {
        return HttpRequest.newBuilder(uri(path)).GET();
    }

    protected HttpRequest.Builder request(String path, BodyPublisher body) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(60)).POST(body);
    }

    protected Answer send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    answer.statusCode(), answer, json ? mapper.readTree(answer.body()) : mapper.missingNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
