package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipReaderTest {

    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    Path directory;

    @AfterEach
    void noFileStaysBehind() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aTreeIsReadWithPathsCoversAndNotes() {
        var entries = read(Zips.zip()
                .file("meta/2025/A.prototxt", paper("A one", 2025, "note.md", "fig1.png"))
                .file("meta/2025/B.prototxt", paper("B two", 2025, "b/note.md", "cover.jpg"))
                .file("meta/2024/C.prototxt", paper("C three", 2023, "note.md", "https://x.org/c.png"))
                .file("notes/2025/A/note.md", "# A note with [a link](https://x.org)\n")
                .file("notes/2025/A/fig1.png", "png")
                .file("notes/2025/b/note.md", "note")
                .file("notes/cover.jpg", "jpg")
                .file("notes/2024/C/note.md", "of another year")
                .bytes());

        assertThat(entries.refusals).isEmpty();
        assertThat(entries.fields())
                .extracting(PaperFields::path)
                .containsExactly("meta/2025/A.prototxt", "meta/2025/B.prototxt", "meta/2024/C.prototxt");
        assertThat(entries.fields())
                .extracting(PaperFields::cover)
                .containsExactly("./notes/2025/A/fig1.png", "./notes/cover.jpg", "https://x.org/c.png");
        assertThat(entries.fields())
                .extracting(ZipReaderTest::note)
                .containsExactly("./notes/2025/A/note.md", "./notes/2025/b/note.md", "note.md");
        assertThat(entries.papers).extracting(PaperEntry::sourceKey).first().isEqualTo("path:meta/2025/A.prototxt");
        assertThat(entries.papers).extracting(PaperEntry::file).first().isEqualTo("meta/2025/A.prototxt");
    }

    @Test
    void aNoteIsFoundInTheFirstOfItsThreePlaces() {
        var zip = Zips.zip()
                .file("meta/2025/A.prototxt", paper("A", 2025, "n.md", ""))
                .file("notes/2025/A/n.md", "")
                .file("notes/2025/n.md", "")
                .file("notes/n.md", "");
        assertThat(read(zip.bytes()).fields()).extracting(ZipReaderTest::note).containsExactly("./notes/n.md");

        var without = Zips.zip()
                .file("meta/2025/A.prototxt", "paper { title: 'A' }\npub { year: 2025 }\n")
                .file("notes/2025/A/note.md", "");
        assertThat(read(without.bytes()).fields())
                .extracting(ZipReaderTest::note)
                .containsExactly("./notes/2025/A/note.md");
    }

    @Test
    void foldersAboveTheTreeAreLookedThrough() {
        var entries = read(Zips.zip()
                .folder("EfficientPaper-main")
                .file("EfficientPaper-main/README.md", "- [A](https://arxiv.org/abs/2502.20766)\n")
                .file("EfficientPaper-main/cls_year.md", "| Meta | Title |")
                .file("EfficientPaper-main/docs/js/papers.json", "[{\"title\": \"made from it\"}]")
                .file("EfficientPaper-main/meta/2025/A.prototxt", paper("A", 2025, "note.md", "fig1.png"))
                .file("EfficientPaper-main/meta/search/Word.prototxt", "key_words: 'x'\n")
                .file("EfficientPaper-main/notes/2025/A/fig1.png", "png")
                .file("EfficientPaper-main/more.ndjson", "{\"title\": \"B\"}\n")
                .bytes());

        assertThat(entries.refusals).isEmpty();
        assertThat(entries.fields()).extracting(PaperFields::title).containsExactly("A", "B");
        assertThat(entries.fields().getFirst().path()).isEqualTo("meta/2025/A.prototxt");
        assertThat(entries.fields().getFirst().cover()).isEqualTo("./notes/2025/A/fig1.png");
    }

    @Test
    void anyMixOfFilesIsReadByTheirNames() {
        var entries = read(
                Zips.zip()
                        .file("a/one.json", "[{\"title\": \"One\"}]")
                        .file("two.NDJSON", "{\"title\": \"Two\"}\n{\"title\": \"Three\"}\n")
                        .stored("four.prototxt", "paper { title: 'Four' }")
                        .file("links.txt", "https://arxiv.org/abs/2205.14135\n")
                        .file("read me.txt", "nothing but words\n")
                        .file("picture.png", "png")
                        .file(
                                "list.md",
                                "# A list\n| Paper | Link |\n|--|--|\n| Five | [PDF](https://arxiv.org/abs/2307.08691) |\n")
                        .bytes(),
                new ReadOptions("mine", List.of()));

        assertThat(entries.refusals).isEmpty();
        assertThat(entries.fields())
                .extracting(PaperFields::title)
                .containsExactly("One", "Two", "Three", "Four", null, "Five");
        assertThat(entries.onlyList().slug()).isEqualTo("mine");
        assertThat(entries.papers.getFirst().placements()).containsExactly(new Placement("mine", List.of(), null));
    }

    @Test
    void oneBadFileCostsNoGoodOneAndIsToldByNameAndLine() {
        var entries = read(Zips.zip()
                .file("meta/2025/A.prototxt", paper("A", 2025, "", ""))
                .file("meta/2025/Broken.prototxt", "paper {\n  title: \"no end\n}\n")
                .file("meta/2025/Empty.prototxt", "")
                .file("bad.json", "{\n\"title\": \"A\",\n oops }")
                .file("refs.bib", "@article{x, title={X}}")
                .file("meta/2025/Z.prototxt", paper("Z", 2025, "", ""))
                .bytes());

        assertThat(entries.fields()).extracting(PaperFields::title).containsExactly("A", "Z");
        assertThat(entries.refusals)
                .extracting(Refusal::file)
                .containsExactly("meta/2025/Broken.prototxt", "meta/2025/Empty.prototxt", "bad.json", "refs.bib");
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(2, 0, 3, 0);
        assertThat(entries.refusals.getFirst().message()).startsWith("Line 2, column 10: this string is not closed");
    }

    @Test
    void severalPagesAreListsOfTheirOwn() {
        var page = "# %s\n| Paper | Link |\n|--|--|\n| %s | [PDF](https://arxiv.org/abs/2307.0869%d) |\n";
        var lists = new Entries() {
            @Override
            public void readingList(ReadingListEntry entry) {
                list = null;
                super.readingList(entry);
            }
        };
        readInto(
                Zips.zip()
                        .file("a.md", page.formatted("First", "A", 1))
                        .file("b.md", page.formatted("Second", "B", 2))
                        .bytes(),
                new ReadOptions("mine", List.of()),
                lists);
        assertThat(lists.papers).extracting(PaperEntry::sourceKey).containsExactly("list:first", "list:second");
    }

    @Test
    void whatToolsLeaveBehindIsIgnored() {
        var entries = read(Zips.zip()
                .file("one.json", "{\"title\": \"One\"}")
                .file("__MACOSX/._one.json", "junk")
                .file(".DS_Store", "junk")
                .file(".git/config.json", "junk")
                .file("a/.vscode/settings.json", "{}")
                .symlink(".git/link", "/etc")
                .folder("a")
                .bytes());

        assertThat(entries.papers).hasSize(1);
        assertThat(entries.refusals).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/evil.json", "/etc/evil.json", "a/../../evil.json", "C:/evil.json", "..", "\n.json"})
    void namesThatLeadElsewhereAreRefusedByName(String name) {
        var entries = read(Zips.zip()
                .file(name, "{\"title\": \"Evil\"}")
                .file("good.json", "{\"title\": \"Good\"}")
                .bytes());

        assertThat(entries.fields()).extracting(PaperFields::title).containsExactly("Good");
        assertThat(entries.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.file()).isEqualTo(name.replace('\n', '\uFFFD'));
            assertThat(refusal.message()).contains("its name");
        });
    }

    @Test
    void backslashesAreRefusedByName() {
        for (var name : List.of("..\\evil.json", "a\\b\\evil.json", "meta\\2025\\A.prototxt")) {
            var archive = Zips.zip()
                    .file(name.replace('\\', '!'), "{\"title\": \"Evil\"}")
                    .file("good.json", "{\"title\": \"Good\"}")
                    .bytes();
            var entries = read(Zips.replaced(archive, name.replace('\\', '!'), name));

            assertThat(entries.fields()).extracting(PaperFields::title).containsExactly("Good");
            assertThat(entries.refusals.getFirst().file()).isEqualTo(name);
            assertThat(entries.refusals.getFirst().message()).contains("backslash");
        }
    }

    @Test
    void symbolicLinksAreRefusedByName() {
        var entries = read(Zips.zip()
                .symlink("passwords.json", "/etc/passwd")
                .symlink("notes/2025/A/note.md", "/etc/passwd")
                .file("meta/2025/A.prototxt", paper("A", 2025, "note.md", ""))
                .bytes());

        assertThat(entries.refusals)
                .extracting(Refusal::file)
                .containsExactly("passwords.json", "notes/2025/A/note.md");
        assertThat(entries.refusals.getFirst().message()).contains("symbolic link");
        assertThat(entries.fields()).extracting(ZipReaderTest::note).containsExactly("note.md");
    }

    @Test
    void encryptedFilesAreRefusedByName() {
        var entries = read(
                Zips.flagged(Zips.zip().file("a.json", "{\"title\": \"A\"}").bytes(), 1));

        assertThat(entries.papers).isEmpty();
        assertThat(entries.refusals.getFirst().file()).isEqualTo("a.json");
        assertThat(entries.refusals.getFirst().message()).contains("encrypted");
    }

    @Test
    void archivesWithinArchivesAreRefusedByName() {
        var inner = Zips.zip().file("a.json", "{\"title\": \"A\"}").bytes();
        var entries = read(Zips.zip()
                .file("inner.zip", inner)
                .file("more.tar.gz", "x")
                .file("good.json", "{\"title\": \"Good\"}")
                .bytes());

        assertThat(entries.papers).hasSize(1);
        assertThat(entries.refusals).extracting(Refusal::file).containsExactly("inner.zip", "more.tar.gz");
        assertThat(entries.refusals.getFirst().message()).contains("archive within an archive");
    }

    @Test
    void aNameThatComesTwiceIsReadOnce() {
        var entries = read(Zips.zip()
                .file("a.json", "{\"title\": \"First\"}")
                .file("./a.json", "{\"title\": \"Second\"}")
                .file("a.json", "{\"title\": \"Third\"}")
                .bytes());

        assertThat(entries.fields()).extracting(PaperFields::title).containsExactly("First");
        assertThat(entries.refusals).hasSize(2);
        assertThat(entries.refusals.getFirst().message()).contains("a file of the same name stands before it");
    }

    @Test
    @Timeout(20)
    void aBombIsRefusedByNameBeforeItIsInflated() {
        var entries = read(Zips.zip()
                .file("bomb.json", new byte[100 * MEBIBYTE])
                .file("good.json", "{\"title\": \"Good\"}")
                .bytes());

        assertThat(entries.fields()).extracting(PaperFields::title).containsExactly("Good");
        assertThat(entries.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.file()).isEqualTo("bomb.json");
            assertThat(refusal.message()).contains("inflates to more than 200 times");
        });
    }

    @Test
    @Timeout(20)
    void aBombThatLiesAboutItsLengthIsStopped() {
        byte[] archive = Zips.zip()
                .file("bomb.ndjson", " ".repeat(100 * MEBIBYTE))
                .file("good.json", "{\"title\": \"Good\"}")
                .bytes();
        var entries = read(withLength(archive, 100 * MEBIBYTE, 1000));

        assertThat(entries.fields()).extracting(PaperFields::title).containsExactly("Good");
        assertThat(entries.refusals).extracting(Refusal::file).containsExactly("bomb.ndjson");
    }

    @Test
    void allFilesTogetherHaveALimit() {
        var random = new Random(7);
        var zip = Zips.zip();
        for (int i = 0; i < 10; i++) {
            byte[] noise = new byte[300_000];
            random.nextBytes(noise);
            zip.file("f%d.ndjson".formatted(i), noise);
        }
        var entries = read(zip.bytes(), ReadOptions.NONE, new ZipLimits(100, 1_000_000, 200));

        assertThat(entries.refusals).hasSizeGreaterThanOrEqualTo(10);
        assertThat(entries.refusals.getLast().message()).contains("at most 1,000,000 bytes together");
    }

    @Test
    @Timeout(60)
    void ahundredThousandFilesAreTooMany() {
        var zip = Zips.zip();
        for (int i = 0; i < 100_000; i++) {
            zip.stored("f" + i, "");
        }
        byte[] archive = zip.bytes();
        assertThatThrownBy(() -> read(archive))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("more than the 50,000 files");
    }

    @Test
    void aTruncatedArchiveIsUnreadable() {
        byte[] archive = Zips.zip().file("a.json", "{\"title\": \"A\"}").bytes();
        for (int length : List.of(4, 10, archive.length / 2, archive.length - 5)) {
            assertThatThrownBy(() -> read(Arrays.copyOf(archive, length)))
                    .isInstanceOf(UnreadableBody.class)
                    .hasMessageContaining("damaged or broken off");
        }
    }

    @Test
    void aDamagedFileIsRefusedByName() {
        byte[] archive = Zips.zip()
                .stored("a.ndjson", "{\"title\": \"A\"}\n{\"title\": \"B\"}\n")
                .file("good.json", "{\"title\": \"Good\"}")
                .bytes();
        var entries = read(Zips.replaced(archive, "\"B\"", "\"C\""));

        assertThat(entries.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.file()).isEqualTo("a.ndjson");
            assertThat(refusal.message()).contains("not read to its end", "checksum");
        });
    }

    @Test
    void anArchiveOfOtherThingsHasNothingToRead() {
        byte[] archive = Zips.zip().file("a.png", "x").file("b.docx", "y").bytes();
        assertThatThrownBy(() -> read(archive))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("no file of a kind that is read", ".prototxt");
        byte[] empty = Zips.zip().bytes();
        assertThatThrownBy(() -> read(empty)).isInstanceOf(UnreadableBody.class);
    }

    @Test
    void aBodyThatBreaksOffLeavesNothing() {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("gone");
                }
                return 'P';
            }
        };
        assertThatThrownBy(() -> reader(LIMITS).read(broken, ReadOptions.NONE, new Entries()))
                .isInstanceOf(IOException.class);
    }

    @Test
    @Timeout(120)
    void noDamageBringsItDown() {
        byte[] archive = Zips.zip()
                .file("meta/2025/A.prototxt", paper("A", 2025, "note.md", ""))
                .file("notes/2025/A/note.md", "x".repeat(200))
                .stored("b.ndjson", "{\"title\": \"B\"}\n")
                .symlink("l", "x")
                .bytes();
        var random = new Random(42);
        for (int round = 0; round < 4_000; round++) {
            byte[] damaged = archive.clone();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                read(random.nextInt(5) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
            } catch (UnreadableBody unreadable) {
                assertThat(unreadable).hasMessageContaining("archive");
            }
        }
    }

    /** With another length in its directory. */
    private static byte[] withLength(byte[] archive, int length, int other) {
        return Zips.replaced(archive, littleEndian(length), littleEndian(other));
    }

    private static String littleEndian(int number) {
        return new String(
                new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16), (byte) (number >> 24)},
                StandardCharsets.ISO_8859_1);
    }

    private static String paper(String title, int year, String note, String cover) {
        return "paper {\n  title: \"%s\"\n}\npub {\n  year: %d\n}\nnote {\n  url: \"%s\"\n}\ncover {\n  url: \"%s\"\n}\n"
                .formatted(title, year, note, cover);
    }

    private static String note(PaperFields paper) {
        return paper.links().stream()
                .filter(link -> link.rel().equals(Link.NOTE))
                .map(Link::url)
                .findFirst()
                .orElse("");
    }

    private static final ZipLimits LIMITS = new ZipLimits(50_000, 1L << 30, 200);

    private Entries read(byte[] archive) {
        return read(archive, ReadOptions.NONE);
    }

    private Entries read(byte[] archive, ReadOptions options) {
        return read(archive, options, LIMITS);
    }

    private Entries read(byte[] archive, ReadOptions options, ZipLimits limits) {
        return Entries.read(reader(limits), archive, options);
    }

    private void readInto(byte[] archive, ReadOptions options, Entries entries) {
        try {
            reader(LIMITS).read(new ByteArrayInputStream(archive), options, entries);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ZipReader reader(ZipLimits limits) {
        var readers = new ReaderRegistry(List.of(
                new JsonReader(200_000),
                new NdjsonReader(200_000),
                new PrototxtReader(200_000),
                new LinksReader(200_000),
                new MarkdownReader(200_000)));
        return new ZipReader(readers, limits, directory);
    }
}
