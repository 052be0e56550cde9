package io.paperpress.render.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The site's files, each with a gzip sidecar. A file appears or changes in one step, and only when its bytes differ: a
 * reader gets the old page or the new one, and an unchanged page keeps its time.
 */
@Component
public class PageStore {

    /** Below this a sidecar saves no packet. */
    private static final int LEAST_TO_ZIP = 1000;

    /** Sidecar of a file. */
    public static final String ZIPPED = ".gz";

    private static final String TEMPORARY = ".tmp";

    /** A file as it is now. */
    record Written(String hash, long bytes, boolean isChanged) {}

    private final Path root;

    PageStore(RenderProperties properties) {
        this.root = properties.siteDirectory().toAbsolutePath().normalize();
    }

    /** The site's directory. */
    public Path root() {
        return root;
    }

    /** Makes the directory ready and throws away what a crash left half written. */
    void prepare() {
        try {
            var temporary = Files.createDirectories(root.resolve(TEMPORARY));
            try (var left = Files.list(temporary)) {
                for (var file : left.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the site directory " + root, e);
        }
    }

    /** Removes every file of the site. */
    void clear() {
        try {
            FileSystemUtils.deleteRecursively(root);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty the site directory " + root, e);
        }
    }

    /**
     * Writes a page.
     *
     * @param knownHash of the file that is served, where that is known
     */
    Written write(String path, byte[] content, @Nullable String knownHash) {
        var file = file(path);
        var hash = HexFormat.of().formatHex(sha256().digest(content));
        try {
            if (isThere(file, hash, content.length, knownHash)) {
                return new Written(hash, content.length, false);
            }
            var temporary = temporary();
            Files.write(temporary, content);
            replace(file, temporary, content.length);
            return new Written(hash, content.length, true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    /** Writes a page that is too long to be held in memory. */
    Written write(String path, Consumer<Writer> content, @Nullable String knownHash) {
        var file = file(path);
        var digest = sha256();
        var temporary = temporary();
        try {
            long bytes;
            try (var counted = new Counted(new DigestOutputStream(Files.newOutputStream(temporary), digest))) {
                var writer = new BufferedWriter(new OutputStreamWriter(counted, UTF_8), 1 << 16);
                content.accept(writer);
                writer.flush();
                bytes = counted.count;
            }
            var hash = HexFormat.of().formatHex(digest.digest());
            if (isThere(file, hash, bytes, knownHash)) {
                return new Written(hash, bytes, false);
            }
            replace(file, temporary, bytes);
            return new Written(hash, bytes, true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    /** Removes a page; whether it was there. */
    boolean remove(String path) {
        var file = file(path);
        try {
            Files.deleteIfExists(zipped(file));
            var wasThere = Files.deleteIfExists(file);
            if (wasThere) {
                removeEmpty(file.getParent());
            }
            return wasThere;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + path, e);
        }
    }

    /** The file of a page's address. */
    Path file(String path) {
        var file = root.resolve(path.substring(1) + (path.endsWith("/") ? "index.html" : ""))
                .normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("Not below the site directory: " + path);
        }
        return file;
    }

    static Path zipped(Path file) {
        return file.resolveSibling(file.getFileName() + ZIPPED);
    }

    private static boolean isThere(Path file, String hash, long bytes, @Nullable String knownHash) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != bytes) {
            return false;
        }
        return knownHash == null ? hash.equals(hash(file)) : hash.equals(knownHash);
    }

    /** The sidecar first: whoever finds the new page finds its new sidecar too. */
    private void replace(Path file, Path content, long bytes) throws IOException {
        Files.createDirectories(file.getParent());
        if (bytes < LEAST_TO_ZIP) {
            Files.deleteIfExists(zipped(file));
        } else {
            var temporary = temporary();
            try (var out = new Zipped(Files.newOutputStream(temporary))) {
                Files.copy(content, out);
            }
            Files.move(temporary, zipped(file), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(content, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void removeEmpty(@Nullable Path directory) throws IOException {
        for (var empty = directory; empty != null && !empty.equals(root); empty = empty.getParent()) {
            try (var files = Files.list(empty)) {
                if (files.findAny().isPresent()) {
                    return;
                }
            }
            Files.deleteIfExists(empty);
        }
    }

    private Path temporary() {
        return root.resolve(TEMPORARY).resolve(UUID.randomUUID().toString());
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    private static String hash(Path file) throws IOException {
        var digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Packs at the speed that a change needs to be live soon: about a tenth larger than the best, in a third of its time. */
    private static final class Zipped extends GZIPOutputStream {

        Zipped(OutputStream out) throws IOException {
            super(out, 1 << 15);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static final class Counted extends FilterOutputStream {

        private long count;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            count += length;
        }
    }
}
