package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Source;
import io.paperpress.common.testing.EfficientPaperTree;
import io.paperpress.common.testing.EfficientPaperTree.Listed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole tree as an archive: every value of every paper, as its pages are to show it. */
class EfficientPaperTreeTest {

    private static final EfficientPaperTree TREE = EfficientPaperTree.ofTheSample();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "EfficientPaper-main/", "a/b/"})
    void everyPaperIsReadAsItIsToBeShown(String folder) {
        var readers = new ReaderRegistry(List.of(new PrototxtReader(200_000), new MarkdownReader(200_000)));
        var reader = new ZipReader(readers, new ZipLimits(50_000, 1L << 30, 200), directory);

        var entries = Entries.read(reader, TREE.zip(folder), ReadOptions.NONE);

        assertThat(entries.refusals).isEmpty();
        assertThat(entries.papers).hasSize(295 + 3);
        assertThat(entries.fields())
                .containsExactlyInAnyOrderElementsOf(TREE.papers().stream()
                        .map(EfficientPaperTreeTest::expected)
                        .toList());
        assertThat(entries.papers).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(Source.Kind.RECORD);
            assertThat(entry.sourceKey()).isEqualTo("path:" + entry.fields().path());
        });
    }

    private static PaperFields expected(Listed paper) {
        var links = new ArrayList<Link>();
        link(links, Link.PAPER, null, paper.url());
        link(links, Link.CODE, orNull(paper.codeType()), paper.code());
        link(links, Link.NOTE, null, paper.note());
        return new PaperFields(
                paper.title(),
                orNull(paper.shortName()),
                paper.authors().stream().map(Author::named).toList(),
                paper.institutions(),
                orNull(paper.venue()),
                paper.year() == 0 ? null : paper.year(),
                null,
                List.of(),
                links,
                paper.keywords(),
                orNull(paper.cover()),
                List.of(),
                null,
                paper.path());
    }

    private static void link(List<Link> links, String rel, @Nullable String label, String url) {
        if (!url.isEmpty()) {
            links.add(new Link(rel, label, url));
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
