package io.paperpress.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the public origin, as contributors and readers write theirs. */
final class Client {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI origin;

    Client(URI origin) {
        this.origin = origin;
    }

    String address(String path) {
        return origin.resolve(path).toString();
    }

    HttpResponse<String> get(String path) {
        return send(path, request -> request.GET());
    }

    HttpResponse<String> get(String path, String token) {
        return send(path, request -> request.GET().header("Authorization", "Bearer " + token));
    }

    JsonNode json(String path) {
        var response = get(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    HttpResponse<String> submit(@Nullable String token, String contentType, String body) {
        return submit("/api/submissions", token, contentType, BodyPublishers.ofString(body));
    }

    HttpResponse<String> submit(String path, @Nullable String token, String contentType, BodyPublisher body) {
        return send(path, request -> {
            request.POST(body).header("Content-Type", contentType);
            return token == null ? request : request.header("Authorization", "Bearer " + token);
        });
    }

    /** Any other call with a token. */
    HttpResponse<String> send(
            String method, String path, String token, String contentType, Map<String, String> headers, String body) {
        return send(path, request -> {
            headers.forEach(request::header);
            return request.method(method, BodyPublishers.ofString(body))
                    .header("Content-Type", contentType)
                    .header("Authorization", "Bearer " + token);
        });
    }

    /** Paper id → revision of everything in the catalogue. */
    Map<String, Long> catalogue() {
        return everything("/api/papers?size=100", "papers");
    }

    /** Paper id → revision of everything in the index. */
    Map<String, Long> index() {
        return everything("/api/search?sort=recentlyAdded&size=100", "hits");
    }

    /** Paper id → revision of everything on the site. */
    Map<String, Long> site() {
        return everything("/api/site/papers?size=100", "papers");
    }

    private Map<String, Long> everything(String path, String field) {
        var found = new TreeMap<String, Long>();
        String after = "";
        do {
            JsonNode page = json(path + after);
            for (JsonNode paper : page.path(field)) {
                var before = found.put(
                        paper.path("paperId").asString(), paper.path("revision").asLong());
                if (before != null) {
                    throw new IllegalStateException("Listed twice by " + path + ": " + paper);
                }
            }
            JsonNode cursor = page.path("after");
            after = cursor.isString() && !cursor.asString().isEmpty()
                    ? "&after=" + URLEncoder.encode(cursor.asString(), StandardCharsets.UTF_8)
                    : "";
        } while (!after.isEmpty());
        return found;
    }

    private HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> request) {
        try {
            var builder = HttpRequest.newBuilder(origin.resolve(path)).timeout(Duration.ofMinutes(2));
            return http.send(request.apply(builder).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
