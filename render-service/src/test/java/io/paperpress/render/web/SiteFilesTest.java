package io.paperpress.render.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFilesTest {

    @TempDir
    Path directory;

    private SiteFiles files;

    @BeforeEach
    void site() throws Exception {
        var root = directory.resolve("site");
        Files.createDirectories(root.resolve("papers/a"));
        Files.writeString(root.resolve("index.html"), "home");
        Files.writeString(root.resolve("papers/a/index.html"), "paper");
        Files.writeString(root.resolve("papers/a/index.html.gz"), "zipped");
        Files.writeString(root.resolve(".site"), "hidden");
        Files.writeString(directory.resolve("secret"), "secret");
        files = new SiteFiles(root);
    }

    @Test
    void aPageIsItsDirectory() {
        assertThat(files.find("/")).isNotNull();
        assertThat(files.find("/papers/a/")).isNotNull();
        assertThat(files.find("/papers/a")).isNull();
        assertThat(files.isDirectory("/papers/a")).isTrue();
        assertThat(files.isDirectory("/papers")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret",
                "/papers/../../secret",
                "//secret",
                "/.site",
                "/./index.html",
                "/..",
                "/papers//a/",
                "\\..\\secret",
                "/papers/a\u0000/",
                "secret",
                "",
                "/papers/a/index.html.gz"
            })
    void nothingElseIsServed(String path) {
        assertThat(files.find(path)).isNull();
    }

    @Test
    void theSidecarHasATagOfItsOwn() throws Exception {
        var file = requireNonNull(files.find("/papers/a/"));

        var plain = files.open(file, false);
        var zipped = files.open(file, true);

        assertThat(plain.isZipped()).isFalse();
        assertThat(zipped.isZipped()).isTrue();
        assertThat(zipped.name()).isEqualTo("index.html");
        assertThat(plain.tag()).isNotEqualTo(zipped.tag());
        assertThat(files.open(file, false).tag()).isEqualTo(plain.tag());
    }
}
