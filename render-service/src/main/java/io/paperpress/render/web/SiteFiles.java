package io.paperpress.render.web;

import io.paperpress.render.pages.Page;
import io.paperpress.render.publish.PageStore;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;

/** Finds and opens files below the site directory, and none outside it. */
final class SiteFiles {

    /** Pages up to this size are read at once, so that tag, length and bytes are of one version. */
    private static final long SMALL = 1 << 20;

    /** A file on its way to a reader. */
    record Served(
            String name,
            Resource content,
            long length,
            String tag,
            boolean isZipped,
            @Nullable Closeable open) implements Closeable {
        @Override
        public void close() throws IOException {
            if (open != null) {
                open.close();
            }
        }
    }

    private final Path root;

    SiteFiles(Path root) {
        this.root = root;
    }

    /** The file of an address; {@code null} where there is none. */
    @Nullable
    Path find(String path) {
        var file = resolve(path.endsWith("/") ? path + "index.html" : path);
        return file != null && !path.endsWith(PageStore.ZIPPED) && Files.isRegularFile(file) ? file : null;
    }

    /** Whether the address with a slash at its end is that of a page. */
    boolean isDirectory(String path) {
        return !path.endsWith("/") && find(path + "/") != null;
    }

    /** The address that another one leads to; {@code null} where it leads nowhere else. */
    @Nullable
    String moved(String path) throws IOException {
        var file = beside(path, Page.MOVED);
        try {
            return file == null ? null : Files.readString(file);
        } catch (NoSuchFileException e) {
            return null; // it leads to itself again since just now
        }
    }

    /** What is said at an address where something was taken away; {@code null} where nothing was. */
    @Nullable
    Path gone(String path) {
        return beside(path, Page.GONE);
    }

    private @Nullable Path beside(String path, String name) {
        var directory = resolve(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        var file = directory == null ? null : directory.resolve(name);
        return file != null && Files.isRegularFile(file) ? file : null;
    }

    Served open(Path file, boolean acceptsGzip) throws IOException {
        var zipped = file.resolveSibling(file.getFileName() + PageStore.ZIPPED);
        if (acceptsGzip && Files.isRegularFile(zipped)) {
            try {
                return open(file, zipped, true);
            } catch (NoSuchFileException e) {
                return open(file, file, false); // the page was replaced by a short one just now
            }
        }
        return open(file, file, false);
    }

    private static Served open(Path file, Path source, boolean isZipped) throws IOException {
        var name = String.valueOf(file.getFileName());
        var channel = FileChannel.open(source);
        var length = channel.size();
        if (length <= SMALL) {
            try (InputStream in = Channels.newInputStream(channel)) {
                var content = in.readAllBytes();
                return new Served(
                        name, new ByteArrayResource(content), content.length, tag(content, isZipped), isZipped, null);
            }
        }
        var tag = "\"%x-%x%s\"".formatted(Files.getLastModifiedTime(source).toMillis(), length, isZipped ? "-gz" : "");
        return new Served(
                name, new InputStreamResource(Channels.newInputStream(channel)), length, tag, isZipped, channel);
    }

    /** Nothing hidden, nothing above, nothing that only looks like a name. */
    private @Nullable Path resolve(String path) {
        if (!path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0) {
            return null;
        }
        for (var part : List.of(path.substring(1).split("/", -1))) {
            if (part.isEmpty() || part.startsWith(".")) {
                return null;
            }
        }
        try {
            var file = root.resolve(path.substring(1)).normalize();
            return file.startsWith(root) ? file : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String tag(byte[] content, boolean isZipped) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "\"" + HexFormat.of().formatHex(hash, 0, 12) + (isZipped ? "-gz" : "") + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
