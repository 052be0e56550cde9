package io.paperpress.localstack;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Properties;

/** What {@code ./run} remembers between starts: ports, passwords, whether the sample lists went in. */
final class StackState {

    private static final String SAMPLES = "samples";

    private final Path file;
    private final Properties values = new Properties();

    private StackState(Path file) {
        this.file = file;
    }

    static StackState in(Path data) {
        var state = new StackState(data.resolve("state.properties"));
        state.read();
        return state;
    }

    OptionalInt port(String name) {
        String port = values.getProperty(name + ".port");
        return port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
    }

    void rememberPort(String name, int port) {
        set(name + ".port", String.valueOf(port));
    }

    /** The password of a database's owner, made when it is first asked for. */
    String password(String database) {
        String key = database + ".password";
        if (values.getProperty(key) == null) {
            set(key, Secrets.newPassword());
        }
        return values.getProperty(key);
    }

    /** Whether the sample lists went in, or were declined at the first start. */
    boolean samplesAreSettled() {
        return values.getProperty(SAMPLES) != null;
    }

    void rememberSamples(boolean imported) {
        // Another ./run may have written since: its ports are to stay.
        read();
        set(SAMPLES, imported ? "imported" : "declined");
    }

    private void set(String key, String value) {
        if (value.equals(values.setProperty(key, value))) {
            return;
        }
        try {
            var text = new StringWriter();
            values.store(text, "Kept by ./run");
            Secrets.write(file, text.toString());
        } catch (IOException e) {
            throw new LocalStackException(
                    "Cannot write %s (%s): make it writable, or make room.".formatted(file, e), e);
        }
    }

    private void read() {
        try {
            if (Files.exists(file)) {
                values.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new LocalStackException(
                    "Cannot read %s (%s): it belongs to whoever first started here.".formatted(file, e), e);
        }
    }
}
