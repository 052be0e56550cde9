package io.paperpress.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the build has unpacked the servers. */
record Programs(Path home) {

    static final String HOME_PROPERTY = "paperpress.local-stack.home";

    private static final String BUILD =
            "run `mvn -DskipTests package` first, and `mvn clean` before it if that does not help";

    /** Looks where the system property says, else upward from the working directory. */
    static Programs find() {
        String configured = System.getProperty(HOME_PROPERTY);
        if (configured != null && !configured.isBlank()) {
            return new Programs(Path.of(configured).toAbsolutePath());
        }
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, Programs::isDirectory, Path::getParent)
                .map(directory -> directory.resolve("local-stack/target/stack"))
                .filter(Files::isDirectory)
                .findFirst()
                .map(Programs::new)
                .orElseThrow(() -> new LocalStackException(
                        "Kafka, PostgreSQL and Elasticsearch are not unpacked above %s: %s.".formatted(here, BUILD)));
    }

    Path elasticsearch() {
        return existing("Elasticsearch", home.resolve("elasticsearch"), "bin/elasticsearch");
    }

    Path kafkaLibraries() {
        return existing("Kafka", home.resolve("kafka/libs"), "");
    }

    Path postgres() {
        return existing("PostgreSQL", home.resolve("postgres"), "bin/postgres");
    }

    /** The Java this program runs on: the build already demands the version the servers need. */
    static Path java() {
        return Path.of(System.getProperty("java.home"));
    }

    private static Path existing(String name, Path directory, String witness) {
        if (!Files.exists(directory.resolve(witness))) {
            throw new LocalStackException("%s is not unpacked in %s: %s.".formatted(name, directory, BUILD));
        }
        return directory;
    }

    private static boolean isDirectory(@Nullable Path path) {
        return path != null;
    }
}
