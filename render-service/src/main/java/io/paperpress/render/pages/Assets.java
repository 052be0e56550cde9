package io.paperpress.render.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The files that pages refer to; each carries a hash of its content in its name, so that it may be kept for ever. */
public final class Assets {

    /** A file of the site that is not a page. */
    public record Asset(String path, byte[] content) {}

    private final Asset stylesheet;
    private final Asset script;

    Assets() {
        stylesheet = named("site", "css", resource("assets/site.css"));
        script = named("site", "js", resource("assets/site.js"));
    }

    Asset stylesheet() {
        return stylesheet;
    }

    Asset script() {
        return script;
    }

    public List<Asset> all() {
        return List.of(
                stylesheet,
                script,
                new Asset("/favicon.svg", resource("assets/favicon.svg").getBytes(UTF_8)));
    }

    private static Asset named(String name, String type, String text) {
        var content = text.getBytes(UTF_8);
        return new Asset("/assets/%s.%s.%s".formatted(name, hash(content), type), content);
    }

    private static String resource(String name) {
        try (var in = Assets.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
