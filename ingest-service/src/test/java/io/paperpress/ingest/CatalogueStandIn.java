package io.paperpress.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * In place of catalog-service, whose own tests say how it decides: answers that everything would be accepted, and
 * remembers what it was asked.
 */
public final class CatalogueStandIn {

    public static final CatalogueStandIn INSTANCE = new CatalogueStandIn();

    /** What it was asked, and with which token. */
    public record Asked(String authorization, JsonNode question) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    private CatalogueStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/dry-run", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public List<Asked> asked() {
        return asked;
    }

    public void answerWith(int newStatus) {
        status = newStatus;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        asked.add(new Asked(exchange.getRequestHeaders().getFirst("Authorization"), question));
        var outlooks = new ArrayList<String>();
        for (JsonNode paper : question.path("papers")) {
            outlooks.add("""
                    {"submissionId": "%s", "decision": "UPDATED", "paperId": "known0000001", "revision": 3,
                     "warnings": [{"message": "Odd."}], "problems": [],
                     "duplicatesOf": [{"paperId": "known0000001", "score": 1, "reasons": ["Both have the same title."]}],
                     "changes": [{"field": "venue", "before": "arXiv", "after": "ICLR"}]}
                    """.formatted(paper.get("submissionId").asString()));
        }
        for (JsonNode list : question.path("lists")) {
            outlooks.add("{\"submissionId\": \"%s\", \"decision\": \"ACCEPTED\", \"list\": \"%s\", \"revision\": 1}"
                    .formatted(
                            list.get("submissionId").asString(),
                            list.get("slug").asString()));
        }
        byte[] body =
                "{\"outlooks\": [%s]}".formatted(String.join(",", outlooks)).getBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
