package io.paperpress.common.testing;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events as a browser does: what is not ended by an empty line was not heard. */
public final class Follower {

    /** One event that was heard. */
    public record Heard(String id, String event, JsonNode data) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String path;
    private final List<Heard> heard = new ArrayList<>();
    private @Nullable String lastId;
    private int status;
    private int comments;

    public Follower(String path) {
        this.path = path;
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public List<String> stages() {
        return heard.stream()
                .filter(one -> one.event().equals("stage"))
                .map(one -> one.data().get("stage").asString())
                .toList();
    }

    public List<String> ids() {
        return heard.stream().map(Heard::id).toList();
    }

    public int status() {
        return status;
    }

    public int comments() {
        return comments;
    }

    public boolean isThrough() {
        return !heard.isEmpty() && heard.getLast().event().equals("end");
    }

    public Follower since(String id) {
        lastId = id;
        return this;
    }

    /** Connects once, and reads until the stream ends, or is cut after so many bytes. */
    public void listen(int port, int cutAfter) {
        listen(port, cutAfter, _ -> {});
    }

    /** @param eachOne hears every event as it comes */
    public void listen(int port, int cutAfter, Consumer<Heard> eachOne) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request().getBytes(StandardCharsets.UTF_8));
            var body = new BufferedReader(
                    new InputStreamReader(new Cut(socket.getInputStream(), cutAfter), StandardCharsets.UTF_8), 1);
            read(body, eachOne);
        } catch (IOException cut) {
            // the next connection goes on
        }
    }

    private String request() {
        String last = lastId == null ? "" : "Last-Event-ID: " + lastId + "\r\n";
        return "GET %s HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n%s\r\n".formatted(path, last);
    }

    private void read(BufferedReader body, Consumer<Heard> eachOne) throws IOException {
        status = Integer.parseInt(body.readLine().split(" ", -1)[1]);
        for (String line = body.readLine(); line != null && !line.isEmpty(); line = body.readLine()) {
            // headers
        }
        String id = "";
        String event = "";
        String data = "";
        for (String line = body.readLine(); line != null; line = body.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.startsWith(":")) {
                comments++;
            } else if (line.isEmpty() && !data.isEmpty()) {
                var one = new Heard(id, event, JSON.readTree(data));
                heard.add(one);
                lastId = id;
                data = "";
                eachOne.accept(one);
            }
        }
    }

    /** A connection that breaks. */
    private static final class Cut extends FilterInputStream {

        private int left;

        Cut(InputStream in, int left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left-- <= 0) {
                throw new IOException("cut");
            }
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("cut");
            }
            int read = super.read(into, offset, Math.min(left, length));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
