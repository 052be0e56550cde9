package io.paperpress.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One running system with the sample lists for every test that only adds to it; stopped when the JVM ends. */
final class SharedPress {

    private static @Nullable SharedPress instance;

    private final RunningPress press;
    private final Map<String, Long> catalogueAfterStart;

    private SharedPress() {
        press = RunningPress.start("shared");
        Runtime.getRuntime().addShutdownHook(new Thread(press::close));
        catalogueAfterStart = client().catalogue();
    }

    static synchronized SharedPress get() {
        if (instance == null) {
            instance = new SharedPress();
        }
        return instance;
    }

    RunningPress press() {
        return press;
    }

    Client client() {
        return new Client(press.origin());
    }

    /** What stood in the catalogue when {@code ./run} had imported the sample lists. */
    Map<String, Long> catalogueAfterStart() {
        return catalogueAfterStart;
    }

    static String sample(String name) {
        try {
            return Files.readString(Path.of(System.getProperty("paperpress.root", ".."), "samples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
