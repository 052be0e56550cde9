package io.paperpress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import io.paperpress.common.events.ListEvent;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.common.testing.BackingServices;
import io.paperpress.common.web.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with real Kafka and Elasticsearch, one for all tests; they keep apart by the words they use. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "paperpress.messaging.longest-pause=500ms",
            "paperpress.search.reindex.look-every=300ms",
            "paperpress.search.reindex.keep-old-for=1s",
            "paperpress.search.synonyms.names-fresh-for=200ms"
        })
public abstract class SearchServiceFixture {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    protected EventPublisher publisher;

    @Autowired
    protected JsonMapper json;

    @Autowired
    protected ElasticsearchClient elasticsearch;

    @DynamicPropertySource
    static void backingServices(DynamicPropertyRegistry registry) {
        registry.add("spring.kafka.bootstrap-servers", BackingServices::kafkaBootstrapServers);
        registry.add("paperpress.search.elasticsearch.url", BackingServices::elasticsearchUrl);
        registry.add("spring.security.oauth2.resourceserver.jwt.public-key-location", TestTokens::publicKeyLocation);
    }

    protected void publish(PaperEvent... papers) {
        publisher.publish(Stream.of(papers)
                .map(paper -> new OutgoingEvent(Topics.PAPERS, paper.paperId(), paper))
                .toList());
    }

    protected void publish(ListEvent... lists) {
        publisher.publish(Stream.of(lists)
                .map(list -> new OutgoingEvent(Topics.LISTS, list.slug(), list))
                .toList());
    }

    /** Publishes and waits until the newest of each can be found. */
    protected void index(PaperEvent... papers) {
        publish(papers);
        var newest = Stream.of(papers)
                .collect(Collectors.toMap(PaperEvent::paperId, PaperEvent::revision, Math::max))
                .entrySet()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(paper -> FieldValue.of(paper.getKey()), Collectors.toList())));
        newest.forEach((revision, ids) -> await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(found(ids, revision)).isEqualTo(ids.size())));
    }

    private long found(List<FieldValue> ids, long revision) throws IOException {
        return elasticsearch
                .count(count -> count.index("papers")
                        .query(query -> query.bool(bool -> bool.filter(filter -> filter.terms(
                                        terms -> terms.field("paperId").terms(list -> list.value(ids))))
                                .filter(filter -> filter.range(range -> range.number(
                                        number -> number.field("revision").gte((double) revision)))))))
                .count();
    }

    /** @param parameters names and values by turns */
    protected JsonNode search(String... parameters) {
        var response = get(parameters);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readTree(response.body());
    }

    protected HttpResponse<String> get(String... parameters) {
        String query = Stream.iterate(0, i -> i < parameters.length, i -> i + 2)
                .map(i -> parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return get(uri("/api/search?" + query));
    }

    protected URI uri(String path) {
        return URI.create("http://localhost:%d%s".formatted(port, path));
    }

    protected HttpResponse<String> post(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    protected static HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).header("Origin", "https://elsewhere.example"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected static List<String> ids(JsonNode result) {
        return StreamSupport.stream(result.get("hits").spliterator(), false)
                .map(hit -> hit.get("paperId").stringValue())
                .toList();
    }

    /** A word that no other test uses. */
    protected static String word(String of) {
        return "zq" + Arrays.stream(of.split("")).map(c -> c + "x").collect(Collectors.joining());
    }
}
