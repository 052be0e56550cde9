package io.paperpress.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One of the project's own services. */
final class JavaService extends ManagedProcess {

    /** The environment variable with options of Java that come after ours, and so win. */
    private static final String EXTRA_OPTIONS = "PAPERPRESS_JAVA_OPTIONS";

    private final int heapMegabytes;
    private final Supplier<Path> jar;
    private final int managementPort;
    private final Supplier<Map<String, String>> settings;

    /**
     * @param heapMegabytes the most that its objects may take
     * @param jar looked for, like the settings, when the service is to be started
     */
    JavaService(
            String name,
            Place place,
            int heapMegabytes,
            Supplier<Path> jar,
            int managementPort,
            Supplier<Map<String, String>> settings) {
        super(name, place);
        this.heapMegabytes = heapMegabytes;
        this.jar = jar;
        this.managementPort = managementPort;
        this.settings = settings;
    }

    @Override
    List<String> prepare() throws IOException {
        var command = new ArrayList<>(List.of(
                Programs.java().resolve("bin/java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                // Halves the time until four services on two cores are ready; the optimising compiler would take the
                // rest.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(extraOptions());
        command.addAll(List.of("-jar", ExtractedApp.of(jar.get(), directory()).toString()));
        return command;
    }

    @Override
    Map<String, String> environment() {
        return settings.get();
    }

    @Override
    boolean answers() {
        return HttpProbe.answers(URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort)));
    }

    private static List<String> extraOptions() {
        String options = System.getenv().getOrDefault(EXTRA_OPTIONS, "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+", -1));
    }
}
