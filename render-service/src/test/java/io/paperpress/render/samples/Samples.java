package io.paperpress.render.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two sample lists as text. */
public final class Samples {

    private Samples() {}

    public static String efficientPapers() {
        return read("efficient-papers.md");
    }

    public static String materials() {
        return read("materials.md");
    }

    private static String read(String name) {
        var root = System.getProperty("paperpress.root", "..");
        try {
            return Files.readString(Path.of(root, "samples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
