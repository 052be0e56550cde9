package io.paperpress.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A step of the build: unpacks the PostgreSQL archive with its links and execute bits, once a version. */
final class UnpackPostgres {

    private UnpackPostgres() {}

    /**
     * @param args the directory that holds the {@code .txz}, the directory to fill, the version
     */
    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[1]);
        Path marker = target.resolve(".version");
        if (Files.exists(marker) && Files.readString(marker).equals(args[2])) {
            return;
        }
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Trees.delete(fresh);
        unpack(archiveIn(Path.of(args[0])), fresh);
        Files.writeString(fresh.resolve(".version"), args[2]);
        Trees.delete(target);
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path archiveIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".txz"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("No PostgreSQL archive in " + directory));
        }
    }

    private static void unpack(Path archive, Path target) throws IOException {
        Files.createDirectories(target);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                var tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The PostgreSQL archive points outside itself: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, path);
            Files.setAttribute(path, "unix:mode", entry.getMode() & 0777);
        }
    }
}
