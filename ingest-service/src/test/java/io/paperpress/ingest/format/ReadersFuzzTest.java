package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.paperpress.common.events.Remark;
import io.paperpress.common.identity.SubmissionKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 100,000 damaged bodies through all readers: entries, refusals and unreadable bodies are all that may come out. A new
 * reader is added to {@link #readers}; a test tells when it is not.
 */
class ReadersFuzzTest {

    private static final int BODIES = 70_000;
    private static final int NEIGHBOURS = 30_000;
    private static final int ARCHIVES = 2_000;
    private static final long SEED = 20_221_122;
    private static final int LIMIT = 4_000;

    /** Only to tell a hang from a slow machine; it takes seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    static Path spool;

    /** @param seeds whole bodies; small, that many can be tried */
    private record Fuzzed(SubmissionReader reader, List<byte[]> seeds) {}

    /** Entries of a format in which one entry, whatever it holds, can cost no other. */
    private record Neighbours(SubmissionReader reader, String good, String damaged) {

        @Override
        public String toString() {
            return reader.getClass().getSimpleName();
        }
    }

    private static List<Fuzzed> readers() {
        var text = new ReaderRegistry(List.of(
                new JsonReader(LIMIT),
                new NdjsonReader(LIMIT),
                new BibtexReader(LIMIT),
                new RisReader(LIMIT),
                new CslReader(LIMIT),
                new PrototxtReader(LIMIT),
                new MarkdownReader(LIMIT),
                new LinksReader(LIMIT)));
        return List.of(
                fuzzed(text, "application/json", SUBMISSION, "[" + SUBMISSION + ",\n" + SUBMISSION + "]"),
                fuzzed(text, "application/x-ndjson", SUBMISSION.replace("\n", "") + "\n{\"title\": \"B\"}\n"),
                new Fuzzed(
                        new BibtexReader(LIMIT),
                        resources(
                                "bibtex/jabref.bib",
                                "bibtex/dblp.bib",
                                "bibtex/zotero.bib",
                                "bibtex/acl-anthology.bib")),
                new Fuzzed(new RisReader(LIMIT), resources("ris/zotero.ris", "ris/endnote.ris", "ris/publisher.ris")),
                new Fuzzed(new CslReader(LIMIT), resources("csl/zotero.csl.json", "csl/crossref.csl.json")),
                fuzzed(text, PrototxtReader.CONTENT_TYPE, PROTOTXT),
                fuzzed(text, "text/markdown", GROUPING, READING_LIST, LINK_LIST),
                fuzzed(
                        text,
                        LinksReader.CONTENT_TYPE,
                        "https://arxiv.org/abs/2205.14135\n# x\n10.1145/3600006.3613145\n"),
                new Fuzzed(
                        new ZipReader(text, new ZipLimits(20, 100_000, 100), spool),
                        List.of(Zips.zip()
                                .file("meta/2025/A.prototxt", PROTOTXT)
                                .file("notes/A/note.md", "x")
                                .file("b.bib", "@misc{a, title={A}}")
                                .stored("list.json", SUBMISSION)
                                .bytes())));
    }

    static Stream<Neighbours> neighbours() {
        return Stream.of(
                new Neighbours(new BibtexReader(LIMIT), """
                        @inproceedings{good,
                          title = {%s},
                          author = {A B and C D},
                          year = {2024}
                        }
                        """, """
                        @Article{Bad1,
                          title = {The {Bad} One} # " or {B}",
                          author = "Bad, B. and {\\"O}zt{\\"u}rk, G.",
                          journal = tse, year = 2020,
                        }
                        """),
                new Neighbours(
                        new RisReader(LIMIT),
                        "TY  - JOUR\nTI  - %s\nAU  - B, A\nPY  - 2024\nER  - \n",
                        "TY  - CONF\nTI  - The Bad One\nAB  - goes\non\nKW  - x\nUR  - https://x.example/a\nER  - \n"),
                new Neighbours(
                        new NdjsonReader(LIMIT),
                        "{\"title\": \"%s\"}",
                        "{\"title\": \"The Bad \\\"One\\\"\", \"authors\": [\"A B, C D\"], \"links\": [{\"url\": \"x\"}]}"),
                new Neighbours(new LinksReader(LIMIT), "https://good.example/%s", "arXiv:2205.14135"));
    }

    @Test
    void everyReaderIsTried() {
        var ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.paperpress.ingest.format");
        assertThat(readers())
                .extracting(fuzzed -> fuzzed.reader().getClass().getName())
                .containsExactlyInAnyOrderElementsOf(ours.stream()
                        .filter(type -> type.isAssignableTo(SubmissionReader.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .toList());
    }

    @Test
    void aDamagedBodyEndsInEntriesAndRefusals() {
        var readers = readers();
        var mutations = new Mutations(SEED);
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int i = 0; i < BODIES; i++) {
                var fuzzed = readers.get(i % readers.size());
                var other = readers.get(mutations.next(readers.size()));
                byte[] body = mutations.of(mutations.oneOf(fuzzed.seeds()), mutations.oneOf(other.seeds()));
                read(fuzzed.reader(), body);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("neighbours")
    void aDamagedEntryCostsNeitherTheOneBeforeItNorTheOneBehindIt(Neighbours entries) {
        var mutations = new Mutations(SEED);
        byte[] damaged = entries.damaged().getBytes(StandardCharsets.UTF_8);
        byte[] other = entries.good().getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int i = 0; i < NEIGHBOURS / 4; i++) {
                byte[] body = between(entries.good(), mutations.of(damaged, other));
                assertThat(goods(read(entries.reader(), body)))
                        .as(() -> shown(body))
                        .contains("before", "behind");
            }
        });
    }

    @Test
    void aDamagedFileOfAnArchiveCostsNoOther() {
        var readers = readers();
        var zip = readers.getLast().reader();
        var names = List.of("d.json", "d.ndjson", "d.bib", "d.ris", "d.csl.json", "d.prototxt", "d.md", "d.txt");
        var mutations = new Mutations(SEED);
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (int i = 0; i < ARCHIVES; i++) {
                int format = i % names.size();
                byte[] damaged = mutations.oneOf(readers.get(format).seeds());
                byte[] body = Zips.zip()
                        .file("a.bib", "@misc{a, title = {before}}")
                        .file(names.get(format), mutations.of(damaged, damaged))
                        .file("e.ris", "TY  - JOUR\nTI  - behind\nER  - \n")
                        .bytes();
                assertThat(goods(read(zip, body))).as(() -> shown(body)).contains("before", "behind");
            }
        });
    }

    private static byte[] between(String good, byte[] damaged) {
        byte[] before = (good.formatted("before") + "\n\n").getBytes(StandardCharsets.UTF_8);
        byte[] behind = ("\n\n" + good.formatted("behind")).getBytes(StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOf(before, before.length + damaged.length + behind.length);
        System.arraycopy(damaged, 0, body, before.length, damaged.length);
        System.arraycopy(behind, 0, body, before.length + damaged.length, behind.length);
        return body;
    }

    private static List<String> goods(Entries entries) {
        return entries.fields().stream()
                .map(paper -> paper.title() == null ? paper.links().toString() : paper.title())
                .map(name -> name.replaceAll(".*https://good.example/(\\w+).*", "$1"))
                .toList();
    }

    private static Entries read(SubmissionReader reader, byte[] body) {
        var entries = new Checked();
        try {
            reader.read(new ByteArrayInputStream(body), new ReadOptions("list", List.of()), entries);
        } catch (UnreadableBody unreadable) {
            storable(unreadable.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError | AssertionError broken) {
            throw new AssertionError(reader.getClass().getSimpleName() + " fails on: " + shown(body), broken);
        }
        return entries;
    }

    private static String shown(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Takes what the service takes: an entry has a key, and what is told of it can be stored. */
    private static final class Checked extends Entries {

        @Override
        public String paper(PaperEntry paper) {
            assertThat(paper.line()).isPositive();
            assertThat(SubmissionKey.of(paper.fields())).isNotNull();
            paper.warnings().forEach(Checked::check);
            return super.paper(paper);
        }

        @Override
        public void readingList(ReadingListEntry entry) {
            assertThat(entry.slug()).isNotEmpty();
        }

        @Override
        public void refused(Refusal refusal) {
            assertThat(refusal.line()).isNotNegative(); // 0 for a whole file of an archive
            storable(refusal.pointer());
            storable(refusal.message());
            super.refused(refusal);
        }

        private static void check(Remark remark) {
            storable(remark.pointer());
            storable(remark.message());
        }
    }

    /** PostgreSQL stores no U+0000, and no half of a surrogate pair. */
    private static void storable(@Nullable String text) {
        if (text != null) {
            boolean valid = text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
            assertThat(valid).as(text).isTrue();
        }
    }

    private static Fuzzed fuzzed(ReaderRegistry readers, String contentType, String... bodies) {
        var reader = readers.find(contentType);
        if (reader == null) {
            throw new AssertionError("nothing reads " + contentType);
        }
        return new Fuzzed(
                reader,
                Stream.of(bodies)
                        .map(body -> body.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private static List<byte[]> resources(String... names) {
        return Stream.of(names).map(ReadersFuzzTest::resource).toList();
    }

    private static byte[] resource(String name) {
        try (var in = ReadersFuzzTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final String SUBMISSION = """
            {"title": "FlexPrefill", "authors": ["Xunhao Lai", {"name": "J. Lu", "orcid": "0000-0001-2345-6789"}],
             "institutions": ["Peking University"], "venue": "ICLR", "year": 2025, "abstract": "About \\"it\\".",
             "identifiers": {"arxiv": "2502.20766"}, "links": [{"rel": "code", "label": "PDF", "url": "https://x.example/a"}],
             "keywords": ["attention_sparsity"], "path": "meta/2025/FlexPrefill.prototxt",
             "placements": [{"list": "materials", "section": ["A", "B"], "label": "L"}]}
            """;

    private static final String PROTOTXT = """
            # a comment
            paper {
              title: "FlexPrefill: \\303\\251 \\"x\\""
              abbr: 'FP' url: "https://arxiv.org/abs/2502.20766"
              authors: "Xunhao Lai" authors: ["A B", "C D"]
            }
            pub < where: "ICLR" year: 2025 >
            code { type: "Pytorch" url: "https://github.com/a/b" }
            note { url: "note.md" }
            keyword { words: attention_sparsity words: 3 }
            baseline { methods: "2024/MInference" }
            update_time: 1740000000
            """;

    private static final String GROUPING = """
            # Papers

            ## Peking University

            | Meta | Title | Cover | Publish | Code | Note |
            |:-----|:------|:------|:--------|:-----|:-----|
            | [FP](./meta/2025/FlexPrefill.prototxt) | [FlexPrefill](https://arxiv.org/abs/1) | ![cover](c.png) | \
            ![Publish](https://img.shields.io/badge/2025-ICLR-FF6B6B) | \
            [![GitHub Repo stars](https://img.shields.io/github/stars/a/b)](https://github.com/a/b) | [note](n.md) |
            | [m](./meta/2024/B.prototxt) | B |  | ![Publish](https://img.shields.io/badge/2024-arXiv-1E88E5) |  |  |
            """;

    private static final String LINK_LIST = """
            # Awesome :rocket: things

            - [Flash: F](https://arxiv.org/abs/2205.14135) - Ada One, Bob Two, *NeurIPS* 2022. [[code](https://github.com/a/b)]
            * (*ICLR 2025*) A Title in Text [[Paper](https://x.org/1)] ![b](https://img.shields.io/badge/2025-ICLR-red)
              1. Ada One et al., <a href="https://x.org/2">pdf</a>

            | Year | Title | Authors | PDF |
            |:--|--|--|--|
            | 2024 | **A \\| B** | Ada One and Bob Two | [PDF](https://x.org/3) |
            """;

    private static final String READING_LIST = """
            # Materials

            ## Chapter I

            ### Topic 1

            | Paper | Links |
            |-------|-------|
            | <span class="tooltip" data-tooltip="Dao, Tri, et al. 'Flash: F.' arXiv preprint arXiv:2205.14135 (2022).">Flash</span> \
            | [PDF](https://arxiv.org/abs/2205.14135), [Code](https://github.com/a/b) |
            | <span data-tooltip="[1] A B. 'C.' V, 2020. [2] D E. 'F.' W 3 (2021): 1-2.">Two</span> | [PDF](https://x.org/1), https://x.org/2 |

            - [A plain one](https://arxiv.org/abs/2401.00001) - A B, 2024
            """;
}
