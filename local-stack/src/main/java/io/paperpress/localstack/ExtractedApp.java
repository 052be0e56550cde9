package io.paperpress.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/**
 * A service's jar unpacked into application and libraries, which starts faster than the jar with all inside, and is not
 * disturbed when a build replaces that jar while the service runs.
 */
final class ExtractedApp {

    private ExtractedApp() {}

    /** The jar to start, unpacked below the directory once for every build of the given jar. */
    static Path of(Path jar, Path directory) throws IOException {
        Path apps = directory.resolve("app");
        // When it was written; its own date is the same in every build.
        String build = Files.getAttribute(jar, "unix:ctime").toString().replace(':', '.');
        Path extracted = apps.resolve(build);
        if (!Files.exists(extracted)) {
            Trees.delete(apps);
            Path fresh = apps.resolve("new");
            Files.createDirectories(apps);
            extract(jar, fresh, directory.resolve("extract.log"));
            Files.move(fresh, extracted);
        }
        return extracted.resolve(jar.getFileName());
    }

    private static void extract(Path jar, Path target, Path output) throws IOException {
        if (!hasLibrariesInside(jar)) {
            Files.createDirectories(target);
            Files.copy(jar, target.resolve(jar.getFileName()));
            return;
        }
        Process process = new ProcessBuilder(
                        Programs.java().resolve("bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (Commands.exitCode(process) != 0) {
            throw new LocalStackException("%s could not be unpacked:%n%s".formatted(jar, LogTail.of(output)));
        }
    }

    private static boolean hasLibrariesInside(Path jar) throws IOException {
        try (var content = new JarFile(jar.toFile())) {
            return content.getEntry("BOOT-INF/") != null;
        }
    }
}
