package io.paperpress.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a server lives.
 *
 * @param directory all its files
 * @param log what it prints
 * @param port on the loopback address
 * @param lifetime how long it may run
 */
record Place(Path directory, Path log, int port, Lifetime lifetime) {

    private static final long ROOM_NEEDED = 300L * 1024 * 1024;
    private static final long LONG_LOG = 10L * 1024 * 1024;

    Place {
        directory = directory.toAbsolutePath();
        log = log.toAbsolutePath();
    }

    /** @param port 0 chooses a free one */
    static Place forTest(String name, Path directory, int port) {
        return new Place(
                directory, directory.resolve(name + ".log"), port == 0 ? Ports.free() : port, Lifetime.OF_THIS_PROGRAM);
    }

    void makeReady() throws IOException {
        Files.createDirectories(directory);
        Files.createDirectories(log.getParent());
        if (Files.getFileStore(directory).getUsableSpace() < ROOM_NEEDED) {
            throw new LocalStackException(
                    "Less than 300 MB are free on the disk of %s: make room, or choose another place."
                            .formatted(directory));
        }
        if (Files.exists(log) && Files.size(log) > LONG_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
