package io.paperpress.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What lies where.
 *
 * @param root the repository
 * @param data the directory that {@code --data} names
 */
record Layout(Path root, Path data) {

    static final String ROOT_PROPERTY = "paperpress.root";

    static Layout of(Options options) {
        Path root =
                Path.of(System.getProperty(ROOT_PROPERTY, "")).toAbsolutePath().normalize();
        Path data = options.data() == null ? root.resolve(".data") : options.data();
        return new Layout(root, data.toAbsolutePath().normalize());
    }

    Layout created() {
        try {
            Files.createDirectories(data);
            return this;
        } catch (IOException e) {
            throw new LocalStackException(
                    "Cannot write to %s (%s): choose another place with --data DIR.".formatted(data, e), e);
        }
    }

    Place place(String name, int port) {
        return new Place(data.resolve(name), log(name), port, Lifetime.UNTIL_STOPPED);
    }

    Path log(String name) {
        return data.resolve("logs").resolve(name + ".log");
    }

    Path site() {
        return data.resolve("site");
    }

    Path keys() {
        return data.resolve("keys");
    }

    Path sample(String file) {
        return root.resolve("samples").resolve(file);
    }

    /** The runnable jar of a service. */
    Path app(String service) {
        Path target = root.resolve(service).resolve("target");
        if (Files.isDirectory(target)) {
            try (var files = Files.newDirectoryStream(target, service + "-*-app.jar")) {
                for (Path jar : files) {
                    return jar;
                }
            } catch (IOException e) {
                throw new LocalStackException("Cannot look for %s in %s: %s.".formatted(service, target, e), e);
            }
        }
        throw new LocalStackException(
                "%s is not built: run `mvn -DskipTests package` in %s first.".formatted(service, root));
    }
}
