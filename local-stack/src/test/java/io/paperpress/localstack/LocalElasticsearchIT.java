package io.paperpress.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalElasticsearchIT {

    @TempDir
    static Path directory;

    static LocalElasticsearch elasticsearch;

    @BeforeAll
    static void start() {
        elasticsearch = new LocalElasticsearch(directory, 0);
        elasticsearch.start();
    }

    @AfterAll
    static void stop() {
        elasticsearch.stop();
        assertThat(elasticsearch.isRunning()).isFalse();
    }

    @Test
    void keepsItsDocumentsWhenItIsStoppedAndStarted() throws Exception {
        assertThat(put("/stopped/_doc/1").statusCode()).isEqualTo(201);

        elasticsearch.stop();
        elasticsearch.start();

        assertThat(get("/stopped/_doc/1").body()).contains("FlexPrefill");
    }

    @Test
    void keepsItsDocumentsWhenItIsKilled() throws Exception {
        assertThat(put("/killed/_doc/1").statusCode()).isEqualTo(201);

        elasticsearch.kill();
        assertThat(elasticsearch.isRunning()).isFalse();
        elasticsearch.start();

        assertThat(get("/killed/_doc/1").body()).contains("FlexPrefill");
    }

    @Test
    void doesNotAnswerWhilePaused() {
        elasticsearch.pause();
        assertThat(elasticsearch.isRunning()).isTrue();
        assertThat(elasticsearch.isReady()).isFalse();
        elasticsearch.resume();

        assertThat(elasticsearch.isReady()).isTrue();
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path other) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new LocalElasticsearch(other, taken.getLocalPort()).start())
                    .isInstanceOf(LocalStackException.class)
                    .hasMessageContaining(
                            "Port %d, which elasticsearch needs, is taken".formatted(taken.getLocalPort()));
        }
    }

    private static HttpResponse<String> put(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(elasticsearch.url().resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"title\": \"FlexPrefill\"}"))
                .build());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(elasticsearch.url().resolve(path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
