package io.paperpress.localstack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Stands where a service would, for tests of the launcher: notes its settings and takes submissions in. */
final class FakeApp {

    private static final AtomicInteger SUBMISSIONS = new AtomicInteger();
    private static final AtomicInteger LOOKS = new AtomicInteger();

    private FakeApp() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(
                Path.of("environment"),
                System.getenv().entrySet().stream()
                        .map(Map.Entry::toString)
                        .sorted()
                        .collect(Collectors.joining("\n")));
        HttpServer management = server("MANAGEMENT_SERVER_PORT");
        management.createContext("/actuator/health/readiness", exchange -> answer(exchange, 200, "{}"));
        management.start();
        HttpServer api = server("SERVER_PORT");
        api.createContext("/api/submissions", FakeApp::submit);
        api.createContext(
                "/api/batches/",
                exchange -> answer(
                        exchange,
                        200,
                        "{\"totals\": {\"published\": %d, \"duplicate\": 1}}".formatted(LOOKS.getAndIncrement())));
        api.start();
    }

    private static void submit(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Files.writeString(
                Path.of("submission-" + SUBMISSIONS.incrementAndGet()),
                exchange.getRequestURI() + "\n" + exchange.getRequestHeaders().getFirst("Authorization") + "\n"
                        + exchange.getRequestHeaders().getFirst("Content-Type") + "\n" + body);
        answer(exchange, 202, "{\"batchId\": \"b%d\", \"received\": 3}".formatted(SUBMISSIONS.get()));
    }

    private static HttpServer server(String port) throws IOException {
        return HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv(port))), 0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
