package io.paperpress.render.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageStoreTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path directory;

    private PageStore store;

    @BeforeEach
    void prepare() {
        store = new PageStore(new RenderProperties("Paperpress", directory, Duration.ZERO, Duration.ZERO, 10, 1));
        store.prepare();
    }

    @Test
    void aPageIsWrittenWithItsSidecar() throws IOException {
        var content = "paper ".repeat(500).getBytes(UTF_8);

        var written = store.write("/papers/a/", content, null);

        assertThat(written.isChanged()).isTrue();
        assertThat(directory.resolve("papers/a/index.html")).hasBinaryContent(content);
        try (var zipped = new GZIPInputStream(Files.newInputStream(directory.resolve("papers/a/index.html.gz")))) {
            assertThat(zipped.readAllBytes()).isEqualTo(content);
        }
        assertThat(directory.resolve(".tmp")).isEmptyDirectory();
    }

    @Test
    void thePageThatIsThereIsNotWrittenAgain() throws IOException {
        var first = store.write("/a/", "same".getBytes(UTF_8), null);
        Files.setLastModifiedTime(directory.resolve("a/index.html"), LONG_AGO);

        assertThat(store.write("/a/", "same".getBytes(UTF_8), first.hash()).isChanged())
                .isFalse();
        assertThat(store.write("/a/", "same".getBytes(UTF_8), null).isChanged()).isFalse();
        assertThat(Files.getLastModifiedTime(directory.resolve("a/index.html"))).isEqualTo(LONG_AGO);
        assertThat(store.write("/a/", "news".getBytes(UTF_8), first.hash()).isChanged())
                .isTrue();
    }

    @Test
    void aLongPageIsStreamedAndComparedToo() {
        var first = store.write("/markdown/README.md", out -> write(out, 5000), null);

        assertThat(first.bytes()).isEqualTo(10_000);
        assertThat(store.write("/markdown/README.md", out -> write(out, 5000), first.hash())
                        .isChanged())
                .isFalse();
        assertThat(directory.resolve("markdown/README.md.gz")).exists();
    }

    @Test
    void aRemovedPageLeavesNoEmptyDirectory() {
        store.write("/venues/a/", "x".repeat(2000).getBytes(UTF_8), null);

        assertThat(store.remove("/venues/a/")).isTrue();
        assertThat(store.remove("/venues/a/")).isFalse();
        assertThat(directory.resolve("venues")).doesNotExist();
    }

    @Test
    void nothingIsWrittenOutsideTheSite() {
        assertThatThrownBy(() -> store.write("/../outside", new byte[0], null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void write(Writer out, int times) {
        try {
            for (int i = 0; i < times; i++) {
                out.write("é");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
