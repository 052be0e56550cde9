package io.paperpress.render;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.paperpress.common.events.ListEvent;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.common.testing.BackingServices;
import io.paperpress.common.testing.SampleVocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole service with a database and a site directory of its own, on real Kafka and PostgreSQL; in place of ingest a
 * small server that answers with what it was asked, in place of search nothing.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class WithRenderService {

    static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path directory;

    @LocalServerPort
    int port;

    @Autowired
    EventPublisher publisher;

    @Autowired
    JdbcClient jdbc;

    final HttpClient http = HttpClient.newHttpClient();

    /** The words with which a catalogue begins. */
    @BeforeEach
    void theVocabularyIsKnown() {
        var words = jdbc.sql("select count(*) from name").query(Long.class);
        if (words.single() == 0) {
            tell(SampleVocabulary.events().toArray(NameEvent[]::new));
        }
    }

    void tell(NameEvent... events) {
        publisher.publish(Arrays.stream(events)
                .map(event -> new OutgoingEvent(Topics.NAMES, event.key(), event))
                .toList());
        for (var event : events) {
            awaitRevision("select count(*) from name where key = ? and revision >= ?", event.key(), event.revision());
        }
    }

    @DynamicPropertySource
    static void backingServices(DynamicPropertyRegistry registry) {
        var database = BackingServices.newDatabase("render");
        registry.add("spring.datasource.url", database::jdbcUrl);
        registry.add("spring.datasource.username", database::user);
        registry.add("spring.datasource.password", database::password);
        registry.add("spring.kafka.bootstrap-servers", BackingServices::kafkaBootstrapServers);
        registry.add("paperpress.render.site-directory", () -> directory.resolve("site"));
        registry.add("paperpress.render.routes.ingest", WithRenderService::echo);
        registry.add("paperpress.render.routes.catalog", WithRenderService::echo);
        registry.add("paperpress.render.routes.search", () -> "http://localhost:" + unusedPort());
        registry.add("management.server.port", () -> "0");
    }

    /** When the first of two server-sent events has arrived. */
    static final CountDownLatch firstEvent = new CountDownLatch(1);

    /** Sends one event, and the next only when the first was heard. */
    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream;charset=UTF-8");
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            body.write("id: 0\ndata: first\n\n".getBytes());
            body.flush();
            boolean heard = firstEvent.await(20, TimeUnit.SECONDS);
            var last = exchange.getRequestHeaders().getFirst("Last-Event-ID") + " from "
                    + exchange.getRequestHeaders().get("X-Forwarded-For");
            body.write(
                    "id: 1\ndata: heard %s since %s\n\n".formatted(heard, last).getBytes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers 422 with the method, the address, the token and the length of the body, as a problem document. */
    private static String echo() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/api/submissions/followed/events", WithRenderService::stream);
            server.createContext("/", exchange -> {
                long length = 0;
                var buffer = new byte[1 << 16];
                try (var body = exchange.getRequestBody()) {
                    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                        length += n;
                    }
                }
                var headers = exchange.getRequestHeaders();
                var answer = "%s %s %s %s %d"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                headers.getFirst("Authorization"),
                                headers.getFirst("X-Forwarded-Host"),
                                length)
                        .getBytes();
                exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
                exchange.getResponseHeaders().add("Retry-After", "7");
                exchange.sendResponseHeaders(422, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return "http://localhost:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int unusedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends papers and waits until their pages are live and told of. */
    void tell(PaperEvent... events) {
        publish(events);
        awaitTold();
    }

    /** Sends papers and waits until they are taken in. */
    void publish(PaperEvent... events) {
        publisher.publish(Arrays.stream(events)
                .map(event -> new OutgoingEvent(Topics.PAPERS, event.paperId(), event))
                .toList());
        for (var event : events) {
            awaitRevision(
                    "select count(*) from paper where paper_id = ? and revision >= ?",
                    event.paperId(),
                    event.revision());
        }
    }

    void tell(ListEvent event) {
        publisher.publish(List.of(new OutgoingEvent(Topics.LISTS, event.slug(), event)));
        awaitRevision(
                "select count(*) from reading_list where slug = ? and revision >= ?", event.slug(), event.revision());
        awaitTold();
    }

    void awaitRevision(String sql, String id, long revision) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() ->
                        jdbc.sql(sql).params(id, revision).query(Long.class).single() == 1);
    }

    void awaitTold() {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jdbc.sql("select count(*) from untold")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    /** Until nothing is pending, the slow pages included. */
    void settled() {
        await().atMost(SOON).until(() -> get("/api/site").body().contains("\"pending\":0"));
    }

    static Set<String> differing(TreeMap<String, String> before, TreeMap<String, String> after) {
        var all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(file -> String.valueOf(before.get(file)).equals(after.get(file)));
        return all;
    }

    /** Every file of the site with its time and content, as far as equality goes; sidecars follow their files. */
    static TreeMap<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        var root = directory.resolve("site");
        try (var all = Files.walk(root)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                var name = root.relativize(file).toString();
                if (!name.startsWith(".") && !name.endsWith(".gz")) {
                    files.put(
                            name,
                            Files.getLastModifiedTime(file) + " "
                                    + Files.readString(file).hashCode());
                }
            }
        }
        return files;
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
