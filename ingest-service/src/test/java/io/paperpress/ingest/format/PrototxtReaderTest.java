package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrototxtReaderTest {

    private static final PrototxtReader READER = new PrototxtReader(10_000);

    private static final String FULL = """
            # one paper
            paper {
              title: "FlexPrefill: A Context-Aware Sparse Attention Mechanism"
              abbr: "FlexPrefill"
              url: "http://arxiv.org/abs/2502.20766v1"
              authors: "Xunhao Lai"
              authors: "Jianqiao Lu"
              institutions: "Peking University"
              institutions: "ByteDance"
            }
            pub {
              where: "ICLR"
              year: 2025
            }
            code {
              type: "Pytorch"
              url: "https://github.com/bytedance/FlexPrefill"
            }
            note {
              url: "notes.md"
            }
            keyword {
              words: kv_cache
              words: attention_sparsity
            }
            cover {
              url: "fig1.png"
            }
            baseline {
              methods: "2024/MInference"
            }
            update_time: 1741939200
            rating: 5
            """;

    @Test
    void everyFieldIsRead() {
        var entry = read(FULL, "meta/2025/FlexPrefill.prototxt").papers.getFirst();

        assertThat(entry.fields())
                .isEqualTo(new PaperFields(
                        "FlexPrefill: A Context-Aware Sparse Attention Mechanism",
                        "FlexPrefill",
                        List.of(Author.named("Xunhao Lai"), Author.named("Jianqiao Lu")),
                        List.of("Peking University", "ByteDance"),
                        "ICLR",
                        2025,
                        null,
                        List.of(),
                        List.of(
                                new Link(Link.PAPER, null, "http://arxiv.org/abs/2502.20766v1"),
                                new Link(Link.CODE, "Pytorch", "https://github.com/bytedance/FlexPrefill"),
                                new Link(Link.NOTE, null, "notes.md")),
                        List.of("kv_cache", "attention_sparsity"),
                        "fig1.png",
                        List.of("2024/MInference"),
                        null,
                        "meta/2025/FlexPrefill.prototxt"));
        assertThat(entry.sourceKey()).isEqualTo("path:meta/2025/FlexPrefill.prototxt");
        assertThat(entry.kind()).isEqualTo(Source.Kind.RECORD);
        assertThat(entry.line()).isEqualTo(2);
        assertThat(entry.warnings()).isEmpty();
    }

    @Test
    void withoutAPathThePaperIsItsSubmitters() {
        var entry = Entries.read(READER, FULL).papers.getFirst();

        assertThat(entry.sourceKey()).isNull();
        assertThat(entry.fields().path()).isNull();
    }

    @Test
    void theSchemasDefaultsStandForWhatIsNotSet() {
        var paper = paper("paper { title: 'A' } code { url: \"https://example.org/c\" }");

        assertThat(paper.venue()).isEqualTo("arXiv");
        assertThat(paper.year()).isNull();
        assertThat(paper.links())
                .containsExactly(
                        new Link(Link.CODE, "Pytorch", "https://example.org/c"), new Link(Link.NOTE, null, "note.md"));
    }

    @Test
    void anEmptyNoteMeansNone() {
        assertThat(paper("paper { title: 'A' } note { url: '' }").links()).isEmpty();
        assertThat(paper("paper { title: 'A' } note { }").links()).isEmpty();
        assertThat(paper("paper { title: 'A' } pub { where: '' } code { type: '' url: 'https://e.org' } note {}"))
                .satisfies(paper -> {
                    assertThat(paper.venue()).isNull();
                    assertThat(paper.links()).containsExactly(new Link(Link.CODE, null, "https://e.org"));
                });
    }

    @Test
    void aFieldSetTwiceTakesTheLastValueAndSaysSo() {
        var entry = Entries.read(READER, "paper { title: 'A' title: 'B' } pub { year: 2023 } pub { year: 2024 }")
                .papers
                .getFirst();

        assertThat(entry.fields().title()).isEqualTo("B");
        assertThat(entry.fields().year()).isEqualTo(2024);
        assertThat(entry.warnings())
                .extracting(Remark::message)
                .containsExactly(
                        "\"pub.year\" is set 2 times; the last value was taken.",
                        "\"paper.title\" is set 2 times; the last value was taken.");
    }

    @Test
    void messagesOfOneNameAreOne() {
        var paper = paper("paper { title: 'A' authors: 'X Y' } paper { abbr: 'B' authors: 'Z W' }");

        assertThat(paper.title()).isEqualTo("A");
        assertThat(paper.shortName()).isEqualTo("B");
        assertThat(paper.authors()).containsExactly(Author.named("X Y"), Author.named("Z W"));
    }

    @Test
    void keywordsAreNamesOrNumbersAndUnknownOnesAreKept() {
        var entry = Entries.read(
                        READER,
                        "paper { title: 'A' } keyword { words: 7 words: [sparse_pruning, brand_new] words: 99 words: none }")
                .papers
                .getFirst();

        assertThat(entry.fields().keywords()).containsExactly("quantization", "sparse_pruning", "brand_new", "99");
        assertThat(entry.warnings())
                .extracting(Remark::message)
                .containsExactly("No keyword is known by the number \"99\"; it was kept.");
    }

    @Test
    void noneMeansNone() {
        var paper = paper("paper { title: 'A' } keyword { words: none } baseline { methods: \"None\" }");

        assertThat(paper.keywords()).isEmpty();
        assertThat(paper.baselines()).isEmpty();
    }

    @Test
    void unknownFieldsAreSkippedWithAWarning() {
        var entry = Entries.read(READER, """
                        paper { title: "A" doi: "10.1/x" }
                        extra { deep { deeper: [1, 2] } other < x: 'y' >; }
                        [some.extension]: { a: 1 }
                        42: "numbered"
                        """).papers.getFirst();

        assertThat(entry.fields().title()).isEqualTo("A");
        assertThat(entry.warnings())
                .extracting(Remark::message)
                .containsExactly(
                        "Line 2: the field \"extra\" is not known and was left out.",
                        "Line 3: the field \"[some.extension]\" is not known and was left out.",
                        "Line 4: the field \"42\" is not known and was left out.",
                        "Line 1: the field \"paper.doi\" is not known and was left out.");
    }

    @Test
    void stringsMayBeInPiecesInEitherQuoteAndEscaped() {
        assertThat(paper(
                                "paper: { title: \"A \" 'B'\n\t# here too\n  \" C\\n\\\"D\\\" \\303\\251 \\u00e9 \\x41 \\U0001F600\" }")
                        .title())
                .isEqualTo("A B C\n\"D\" é é A \uD83D\uDE00");
        assertThat(paper("paper { title: 'it\\'s # no comment' }").title()).isEqualTo("it's # no comment");
    }

    @Test
    void severalNamesInOneAreTakenApart() {
        var paper = paper("paper { title: 'A' authors: 'Ada One, Bob Two' authors: 'Dao, Tri' authors: 'Ada One' }");

        assertThat(paper.authors())
                .containsExactly(Author.named("Ada One"), Author.named("Bob Two"), Author.named("Dao, Tri"));
    }

    @Test
    void otherWaysToWriteTheSame() {
        assertThat(paper("paper<title:'A',abbr:\"B\";>pub{year:0x7E9}").year()).isEqualTo(2025);
        assertThat(paper("\uFEFFpaper {title: 'A'}\r\npub {\r\n year: 2024\r\n}\r\n")
                        .year())
                .isEqualTo(2024);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            paper { title: "A         | 1 | Line 1, column 16: this string is not closed
            paper { title "A" }       | 1 | Line 1, column 15: expected ":" or "{" after "title"
            paper { title: }          | 1 | Line 1, column 16: expected a value, found "}"
            paper {                   | 1 | the "{" of line 1, column 7 is not closed
            paper { } }               | 1 | Line 1, column 11: expected the name of a field, found "}"
            pub { year: soon }        | 1 | Line 1, column 13: "pub.year" is a whole number, found "soon"
            pub { year: 99999999999 } | 1 | "pub.year" is a whole number
            paper: "A"                | 1 | Line 1, column 8: "paper" is a message
            paper { title { } }       | 1 | Line 1, column 15: "paper.title" is no message
            paper { title: "\\q" }     | 1 | Line 1, column 17: this escape means nothing
            paper { title: "\\377" }   | 1 | not valid UTF-8
            paper { title: "\\000" }   | 1 | U+0000
            paper { title: "\\ud800" } | 1 | names no character
            paper { title: "a" % }    | 1 | Line 1, column 20: the character "%" means nothing here
            search { x: 1 }           | 1 | this is no PaperInfo message
            keyword { words: [a b] }  | 1 | Line 1, column 21: expected "," or "]"
            """)
    void whatCannotBeReadIsToldByItsLineAndColumn(String text, int line, String message) {
        var entries = Entries.read(READER, text);

        assertThat(entries.papers).isEmpty();
        assertThat(entries.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.line()).isEqualTo(line);
            assertThat(refusal.message()).contains(message);
        });
    }

    @Test
    void theLineIsThatOfTheFault() {
        var entries = Entries.read(READER, "paper {\n  title: \"A\"\n\n  abbr: \"é\" ?\n}\n");

        assertThat(entries.refusals.getFirst().line()).isEqualTo(4);
        assertThat(entries.refusals.getFirst().message()).startsWith("Line 4, column 13:");
    }

    @Test
    void nestingHasALimit() {
        var entries = Entries.read(READER, "paper { title: 'A' }" + " x {".repeat(1000) + " }".repeat(1000));

        assertThat(entries.refusals.getFirst().message()).contains("nested more than 32 deep");
    }

    @Test
    void aMessageThatIsTooLongIsRefused() {
        var entries = Entries.read(READER, "paper { title: '" + "x".repeat(10_000) + "' }");

        assertThat(entries.refusals.getFirst().message()).contains("longer than the 10,000 bytes");
    }

    @Test
    void invalidUtf8IsRefused() {
        var body = "paper { title: '?' }".getBytes(StandardCharsets.UTF_8);
        body[16] = (byte) 0xC3;
        assertThat(Entries.read(READER, body, ReadOptions.NONE)
                        .refusals
                        .getFirst()
                        .message())
                .contains("not valid UTF-8");
    }

    @Test
    void anEmptyBodyHoldsNothing() {
        var entries = Entries.read(READER, " \n\n");
        assertThat(entries.papers).isEmpty();
        assertThat(entries.refusals).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta/2025/A.prototxt", "A.prototxt", "meta/2025/Týr-the-Pruner.prototxt"})
    void aPathIsAFilesPlaceInItsTree(String path) {
        assertThat(ReadOptions.isPath(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meta/A.prototxt",
                "../A.prototxt",
                "meta/../A.prototxt",
                "meta//A.prototxt",
                "A.txt",
                "",
                "meta\\A.prototxt",
                "a\nb.prototxt",
                "./A.prototxt"
            })
    void aPathThatLeadsElsewhereIsNone(String path) {
        assertThat(ReadOptions.isPath(path)).isFalse();
    }

    private static Entries read(String text, String path) {
        return Entries.read(READER, text.getBytes(StandardCharsets.UTF_8), new ReadOptions(null, List.of(), path));
    }

    private static PaperFields paper(String text) {
        var entries = Entries.read(READER, text);
        assertThat(entries.refusals).isEmpty();
        return entries.papers.getFirst().fields();
    }
}
