package io.paperpress.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One of the project's own services. */
final class JavaService extends ManagedProcess {

    private final Supplier<Path> jar;
    private final int managementPort;
    private final Supplier<Map<String, String>> settings;

    /** @param jar looked for, like the settings, when the service is to be started */
    JavaService(
            String name, Place place, Supplier<Path> jar, int managementPort, Supplier<Map<String, String>> settings) {
        super(name, place);
        this.jar = jar;
        this.managementPort = managementPort;
        this.settings = settings;
    }

    @Override
    List<String> prepare() throws IOException {
        return List.of(
                Programs.java().resolve("bin/java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                ExtractedApp.of(jar.get(), directory()).toString());
    }

    @Override
    Map<String, String> environment() {
        return settings.get();
    }

    @Override
    boolean answers() {
        return HttpProbe.answers(URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort)));
    }
}
