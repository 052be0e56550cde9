package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReadersTest {

    private static final int LIMIT = 10_000;

    @Test
    void everyFieldOfASubmissionIsRead() {
        var entries = json("""
                { "title": "FlexPrefill", "shortName": "FP", "authors": ["Xunhao Lai", {"name": "J. Lu", "orcid": "0000-0001-2345-6789"}],
                  "institutions": ["Peking University"], "venue": "ICLR", "year": 2025, "abstract": "About.",
                  "identifiers": {"arxiv": "2502.20766", "doi": null},
                  "links": [{"rel": "code", "label": "PDF", "url": " https://x.example/a "}, {"url": "https://x.example/b"}],
                  "keywords": ["attention_sparsity"], "cover": "c.png", "baselines": ["2024/MInference"], "citation": "Lai.",
                  "path": "meta/2025/FlexPrefill.prototxt",
                  "placements": [{"list": "materials", "section": ["A", "B"], "label": "L"}] }
                """);
        assertThat(entries.refusals).isEmpty();
        var entry = entries.papers.getFirst();
        assertThat(entry.fields())
                .isEqualTo(new PaperFields(
                        "FlexPrefill",
                        "FP",
                        List.of(Author.named("Xunhao Lai"), new Author("J. Lu", "0000-0001-2345-6789")),
                        List.of("Peking University"),
                        "ICLR",
                        2025,
                        "About.",
                        List.of(new Identifier("arxiv", "2502.20766")),
                        List.of(
                                new Link(Link.CODE, "PDF", "https://x.example/a"),
                                new Link(Link.PAPER, null, "https://x.example/b")),
                        List.of("attention_sparsity"),
                        "c.png",
                        List.of("2024/MInference"),
                        "Lai.",
                        "meta/2025/FlexPrefill.prototxt"));
        assertThat(entry.kind()).isEqualTo(Source.Kind.RECORD);
        assertThat(entry.sourceKey()).isEqualTo("path:meta/2025/FlexPrefill.prototxt");
        assertThat(entry.placements()).containsExactly(new Placement("materials", List.of("A", "B"), "L"));
        assertThat(entry.warnings()).extracting(Remark::pointer).containsExactly("/links/0/url");
    }

    @Test
    void aSubmissionWithoutAPathIsItsSubmittersWord() {
        assertThat(json("{\"title\": \"T\"}").papers.getFirst().sourceKey()).isNull();
    }

    @Test
    void anArrayIsReadElementByElement() {
        assertThat(titles(json("[{\"title\": \"A\"}, {\"title\":\"B ] , }\"},\n{\"title\": \"C\"}]")))
                .containsExactly("A", "B ] , }", "C");
    }

    @Test
    void aBrokenElementOfAnArrayIsReportedWithItsLineAndCostsNoOther() {
        var entries = json("""
                [
                  {"title": "A"},
                  {"title": B},
                  {"title": "C",
                   "year": 20x5},
                  {"title": "D}
                  },
                  {"title": "E"},
                  7,
                  {"title": "F"}
                ]
                """);
        assertThat(titles(entries)).containsExactly("A", "E", "F");
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(3, 5, 6, 9);
    }

    @Test
    void aBrokenLineIsReportedWithItsLineAndCostsNoOther() {
        var entries = ndjson("{\"title\": \"A\"}\n\nnonsense\n[]\n{\"title\": \"B\"}\r\n{\"title\": \"C\"");
        assertThat(titles(entries)).containsExactly("A", "B");
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(3, 4, 6);
        assertThat(entries.refusals.getFirst().message()).startsWith("This entry is not JSON: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title": 7}                         | /title             | Expected text
            {"year": "2025"}                     | /year              | Expected a whole number
            {"year": 20.5}                       | /year              | Expected a whole number
            {"year": 99999999999}                | /year              | Expected a whole number
            {"authors": "A B"}                   | /authors           | Expected an array
            {"authors": [{"orcid": "x"}]}        | /authors/0/name    | needed
            {"authors": [["A"]]}                 | /authors/0         | Expected an object
            {"links": [{"rel": "paper"}]}        | /links/0/url       | needed
            {"links": [{"rel":"x","url":"u"}]}   | /links/0/rel       | one of paper
            {"identifiers": ["a"]}               | /identifiers       | Expected an object
            {"identifiers": {"a/b": 1}}          | /identifiers/a~1b  | Expected text
            {"placements": [{"section": []}]}    | /placements/0/list | needed
            {"placements": [{"list": "A b"}]}    | /placements/0/list | slug
            {"keywords": [1]}                    | /keywords/0        | Expected text
            {"title": "a\\u0000b"}               | /title             | Unicode
            {"title": "a\\ud800b"}               | /title             | Unicode
            {"title": "T", "revises": "p1"}      | /revises           | id of a listed paper
            """)
    void aFieldThatCannotBeReadIsToldByItsPointer(String body, String pointer, String message) {
        var entries = json(body);
        assertThat(entries.papers).isEmpty();
        assertThat(entries.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.pointer()).isEqualTo(pointer);
            assertThat(refusal.message()).contains(message);
        });
    }

    @Test
    void unknownFieldsAreNamedInAWarning() {
        var entry = json("{\"title\": \"T\", \"tags\": [], \"authors\": [{\"name\": \"A\", \"mail\": 1}]}")
                .papers
                .getFirst();
        assertThat(entry.warnings()).extracting(Remark::pointer).containsExactly("/tags", "/authors/0/mail");
        assertThat(entry.warnings().getFirst().message()).contains("\"tags\"");
    }

    @Test
    void severalNamesInOneAreTakenApartButATurnedNameIsNot() {
        var entry = json("{\"title\": \"T\", \"authors\": [\"Ann Lee, Bo B. Chen\", \"Dao, Tri\", \"Ann Lee\"]}")
                .papers
                .getFirst();
        assertThat(entry.fields().authors())
                .extracting(Author::name)
                .containsExactly("Ann Lee", "Bo B. Chen", "Dao, Tri");
        assertThat(entry.warnings()).extracting(Remark::pointer).containsExactly("/authors/0", "/authors/2");
    }

    @Test
    void anEmptyBodyHoldsNothing() {
        for (var body : List.of("", "  \n", "[]", " [ ] ", "\uFEFF")) {
            assertThat(json(body).papers).isEmpty();
            assertThat(json(body).refusals).isEmpty();
        }
        assertThat(ndjson("\n\n").refusals).isEmpty();
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(titles(json("\uFEFF{\"title\": \"A\"}"))).containsExactly("A");
        assertThat(titles(ndjson("\uFEFF{\"title\": \"A\"}"))).containsExactly("A");
    }

    @Test
    void anArrayThatBreaksOffKeepsWhatWasWhole() {
        var entries = json("[{\"title\": \"A\"},\n{\"title\": \"B");
        assertThat(titles(entries)).containsExactly("A");
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(2);
    }

    @Test
    void linesSentAsOneJsonAreTold() {
        var entries = json("{\"title\": \"A\"}\n{\"title\": \"B\"}");
        assertThat(titles(entries)).containsExactly("A");
        assertThat(entries.refusals.getFirst().message()).contains("application/x-ndjson");
    }

    @Test
    void aCommaTooManyIsTold() {
        var entries = json("[{\"title\": \"A\"},]");
        assertThat(titles(entries)).containsExactly("A");
        assertThat(entries.refusals).hasSize(1);
    }

    @Test
    void invalidUtf8CostsOnlyItsOwnEntry() {
        for (var reader : List.of(new JsonReader(LIMIT), new NdjsonReader(LIMIT))) {
            boolean array = reader instanceof JsonReader;
            var body = (array ? "[" : "") + "{\"title\": \"A\"}" + (array ? "," : "") + "\n{\"title\": \"?\"}"
                    + (array ? "," : "") + "\n{\"title\": \"C\"}" + (array ? "]" : "");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            bytes[body.indexOf('?')] = (byte) 0xC3;
            var entries = Entries.read(reader, bytes, ReadOptions.NONE);
            assertThat(titles(entries)).containsExactly("A", "C");
            assertThat(entries.refusals).singleElement().satisfies(refusal -> {
                assertThat(refusal.line()).isEqualTo(2);
                assertThat(refusal.message()).isEqualTo("This entry is not valid UTF-8.");
            });
        }
    }

    @Test
    void anEntryThatIsTooLongCostsNoOther() {
        var long_ = "{\"title\": \"" + "x".repeat(LIMIT) + "\"}";
        assertThat(titles(ndjson("{\"title\": \"A\"}\n" + long_ + "\n{\"title\": \"B\"}")))
                .containsExactly("A", "B");
        var array = json("[{\"title\": \"A\"}," + long_ + ",{\"title\": \"B\"}]");
        assertThat(titles(array)).containsExactly("A", "B");
        assertThat(array.refusals.getFirst().message()).contains("10,000 bytes");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        assertThat(json("{\"title\": \"A\", \"title\": \"B\"}").refusals).hasSize(1);
    }

    @Test
    void deepNestingIsRefused() {
        var deep = "[".repeat(3000) + "]".repeat(3000);
        assertThat(json("{\"title\": \"A\", \"x\": " + deep + "}").refusals).hasSize(1);
    }

    @Test
    void theEntriesStandOnTheListThatTheCallNames() {
        var entries = Entries.read(
                new JsonReader(LIMIT),
                "{\"title\": \"A\"}".getBytes(StandardCharsets.UTF_8),
                new ReadOptions("mine", List.of("S")));
        assertThat(entries.papers.getFirst().placements()).containsExactly(new Placement("mine", List.of("S"), null));
    }

    @Test
    void aHundredThousandLinesNeedNoMemoryOfTheirOwn() throws IOException {
        var counted = new int[1];
        new NdjsonReader(LIMIT)
                .read(
                        new Repeated("{\"title\": \"One of very many papers\"}\n", 100_000),
                        ReadOptions.NONE,
                        new EntrySink() {
                            @Override
                            public String paper(PaperEntry paper) {
                                return "s" + counted[0]++;
                            }

                            @Override
                            public void readingList(ReadingListEntry list) {
                                throw new AssertionError();
                            }

                            @Override
                            public void refused(Refusal refusal) {
                                throw new AssertionError(refusal);
                            }
                        });
        assertThat(counted[0]).isEqualTo(100_000);
    }

    /** A text over and over, made while it is read. */
    private static final class Repeated extends InputStream {

        private final byte[] text;
        private long left;
        private int at;

        Repeated(String text, int times) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
            this.left = (long) times * this.text.length;
        }

        @Override
        public int read() {
            if (left-- <= 0) {
                return -1;
            }
            int octet = text[at];
            at = (at + 1) % text.length;
            return octet;
        }
    }

    private static Entries json(String body) {
        return Entries.read(new JsonReader(LIMIT), body);
    }

    private static Entries ndjson(String body) {
        return Entries.read(new NdjsonReader(LIMIT), body);
    }

    private static List<String> titles(Entries entries) {
        return entries.fields().stream()
                .map(PaperFields::title)
                .map(String::valueOf)
                .toList();
    }
}
