package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies made to exhaust stack, memory or patience: each ends in entries and refusals, and soon. */
class HostileBodiesTest {

    private static final int LIMIT = 192 * 1024;
    private static final int MILLION = 1_000_000;
    private static final int DEEP = 100_000;

    /** Only to tell a hang from a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final String TABLE = "# L\n\n## C\n\n| a | b |\n|---|---|\n";

    private record Hostile(String name, SubmissionReader reader, byte[] body) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> bodies() {
        return Stream.of(json(), markdown(), bibtex(), ris(), csl()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aHostileBodyEndsInRefusalsAndEntries(Hostile hostile) {
        var entries = new Entries();
        assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                hostile.reader()
                        .read(new ByteArrayInputStream(hostile.body()), new ReadOptions("l", List.of()), entries);
            } catch (UnreadableBody unreadable) {
                assertThat(unreadable.getMessage()).isNotEmpty();
            }
        });
        assertThat(entries.refusals).allSatisfy(refusal -> {
            assertThat(refusal.line()).isPositive();
            assertThat(refusal.message()).isNotEmpty().hasSizeLessThan(500);
        });
    }

    private static List<Hostile> json() {
        return List.of(
                json(
                        "names that may be several",
                        "{\"title\":\"T\",\"authors\":[\"a b," + "x,".repeat(90_000) + "\"]}"),
                json("a name of many words", "{\"title\":\"T\",\"authors\":[\"" + "a ".repeat(90_000) + "\"]}"),
                json("blanks and a comma", "{\"title\":\"T\",\"authors\":[\"a b" + " ".repeat(180_000) + "c\"]}"),
                json("deep arrays", "[".repeat(MILLION)),
                json("keys", "{" + "\"title\":1,".repeat(10_000) + "}"));
    }

    private static List<Hostile> markdown() {
        return List.of(
                row("open brackets", "[".repeat(DEEP)),
                row("nested brackets", "[" + "[a]".repeat(50_000)),
                row("a long label", "[" + "a".repeat(DEEP)),
                row("open parentheses", "[PDF](" + "(".repeat(DEEP)),
                row("nested parentheses", "[PDF](" + "(a)".repeat(50_000)),
                row("a long address", "https://" + "a.".repeat(80_000)),
                row("links without an end", "[a](".repeat(40_000)),
                row("blanks", " ".repeat(180_000) + "x"),
                citation("quotes", " 'a".repeat(60_000)),
                citation("closed quotes", " 'a.'".repeat(30_000)),
                citation("commas", "A B,".repeat(45_000) + " 'T.' V. 2020."),
                citation("blanks", "A B. 'T.'" + " ".repeat(180_000) + "V. 2020."),
                citation("ands", "A" + " and".repeat(45_000) + " 'T.' V."),
                citation("blanks in names", "A" + " ".repeat(170_000) + "B 'T.' V."),
                citation("volumes", "A B. 'T.' V" + " 1".repeat(80_000)),
                citation("brackets", "A B. 'T.' V" + " (AB".repeat(45_000)),
                citation("years", "A B. 'T.' V" + ", 2020".repeat(30_000)),
                citation("dates", "A B. 'T.' V" + ", 1 May".repeat(25_000)),
                citation("numbers in brackets", "[1] A. 'T.' V. ".repeat(12_000)),
                citation("tags", "<b>".repeat(60_000)),
                markdown("a rule of many columns", "|a|b|\n" + "|--".repeat(60_000) + "\n|x|y|\n"),
                markdown("dashes", "|a|b|\n|" + "-".repeat(180_000) + "x\n|x|y|\n"),
                markdown("headings", TABLE + "#".repeat(180_000) + "\n" + "# ".repeat(80_000) + "\n"),
                markdown("lines", TABLE + "|\n".repeat(DEEP)),
                markdown("rows", TABLE + "| a | [PDF](https://x.example) |\n".repeat(2_000)),
                item("open brackets", "[".repeat(180_000)),
                item("open links", "[a](".repeat(45_000)),
                item("images", "![a](https://x.org/".repeat(9_000)),
                item("a long title", "[" + "a ".repeat(90_000) + "](https://x.org/1)"),
                item("names", "[A](https://x.org/1) " + "Ada One, ".repeat(19_000)),
                item("blanks", "[A](https://x.org/1)" + " ".repeat(180_000) + "x"),
                item("years", "[A](https://x.org/1) " + "2024, ".repeat(30_000)),
                item("emphasis", "**".repeat(90_000) + "[A](https://x.org/1)"),
                item("tags", "<a>".repeat(60_000) + "[A](https://x.org/1)"),
                item("addresses", "https://x.org/ ".repeat(12_000)),
                markdown("deep lists", "# L\n\n" + deepList(600)),
                markdown("indents", "# L\n\n- [A](https://x.org/1)\n" + (" ".repeat(3_900) + "x\n").repeat(2_000)),
                markdown("rules", "# L\n\n- [A](https://x.org/1)\n" + ("|-".repeat(1_900) + "x\n").repeat(2_000)),
                markdown("items", "# L\n\n" + "- [A](https://x.org/1) A B, 2024\n".repeat(20_000)),
                markdown("quotes", "# L\n\n" + ">".repeat(DEEP) + " - [A](https://x.org/1)\n"),
                grouping("bars", "|".repeat(180_000)),
                grouping("a title of brackets", "[m](./meta/2025/a.prototxt) | " + "[](".repeat(50_000)),
                grouping(
                        "badges",
                        "[m](./meta/2025/a.prototxt) | T |  | ![Publish](" + "img.shields.io/badge/".repeat(8_000)),
                grouping(
                        "dashes",
                        "[m](./meta/2025/a.prototxt) | T |  | ![Publish](https://img.shields.io/badge/2025"
                                + "-".repeat(170_000) + ") |  | "));
    }

    private static Hostile row(String name, String links) {
        return markdown(name, TABLE + "| a | " + links + " |\n");
    }

    private static Hostile item(String name, String item) {
        return markdown("item of " + name, "# L\n\n## C\n\n- " + item + "\n");
    }

    private static String deepList(int depth) {
        var list = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            list.append("  ".repeat(i)).append("- [A](https://x.org/").append(i).append(")\n");
        }
        return list.toString();
    }

    private static Hostile citation(String name, String citation) {
        return markdown(
                "citation of " + name,
                TABLE + "| <span class=\"tooltip\" data-tooltip=\"" + citation
                        + "\">a</span> | [PDF](https://x.example/1) |\n");
    }

    private static Hostile grouping(String name, String row) {
        return markdown(
                "grouping row of " + name,
                "## G\n\n| Meta | Title | Cover | Publish | Code | Note |\n|:--|:--|:--|:--|:--|:--|\n| " + row
                        + " |\n");
    }

    private static Hostile json(String name, String body) {
        return new Hostile("JSON: " + name, new JsonReader(LIMIT), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Hostile markdown(String name, String body) {
        return new Hostile("Markdown: " + name, new MarkdownReader(LIMIT), body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Hostile> bibtex() {
        return List.of(
                bibtex(
                        "deep braces in a value",
                        "@misc{a, title = {" + "{".repeat(DEEP / 2) + "}".repeat(DEEP / 2) + "}}"),
                bibtex(
                        "deeper than an entry",
                        "@misc{a, title = {" + "{".repeat(DEEP * 2) + "}".repeat(DEEP * 2) + "}}"),
                bibtex("open braces", "@misc{a, title = " + "{".repeat(MILLION)),
                bibtex("closing braces", "@misc{a, title = {T}}" + "}".repeat(MILLION)),
                bibtex("ten megabytes", "@misc{a, title = {" + "x".repeat(10 * MILLION) + "}}\n@misc{b, title={B}}"),
                bibtex("U+0000", "\u0000".repeat(MILLION)),
                bibtex("U+0000 in an entry", "@misc{a, title = {\u0000}}\n@misc{\u0000, title={B}}"),
                new Hostile("invalid UTF-8", new BibtexReader(LIMIT), invalid("@misc{a, title = {?}}\n", 10_000)),
                bibtex(
                        "UTF-16",
                        new String(
                                "@misc{a, title={A}}".getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1)),
                bibtex("an at sign", "@"),
                bibtex("at signs", "@".repeat(MILLION)),
                bibtex("lines of at signs", "@\n".repeat(DEEP)),
                bibtex("starts", "@{".repeat(MILLION)),
                bibtex("lines of starts", "@a{\n".repeat(DEEP)),
                bibtex("starts in one line", "@a{".repeat(DEEP)),
                bibtex("types without an end", ("@" + "a".repeat(500) + "\n").repeat(DEEP / 100)),
                bibtex("blanks behind types", ("@a" + " ".repeat(500) + "\n").repeat(DEEP / 100)),
                bibtex("an open quote", "@misc{a, title = \"" + "x\n".repeat(DEEP)),
                bibtex("open quotes", "@misc{a, title = \"".repeat(DEEP)),
                bibtex("open quotes in parentheses", "@misc(a, title = \"T)\n".repeat(DEEP)),
                bibtex("hashes", "@misc{a, title = " + "#".repeat(MILLION) + "}"),
                bibtex("concatenations", "@misc{a, title = {x}" + " # {x}".repeat(25_000) + "}"),
                bibtex(
                        "concatenated macros",
                        "@string{m = {" + "m".repeat(10_000) + "}}\n"
                                + ("@misc{a, title = m" + " # m".repeat(40_000) + "}\n").repeat(20)),
                bibtex("macros of macros", "@string{m0 = {0123456789}}\n" + doubled(60) + "@misc{a, title = m59}"),
                bibtex(
                        "repeated macros",
                        "@string{m = {" + "m".repeat(10_000) + "}}\n"
                                + ("@misc{a" + ", title = m".repeat(15_000) + "}\n").repeat(20)),
                bibtex("many macros", macros(DEEP)),
                bibtex("fields", "@misc{a" + fields(15_000) + "}"),
                bibtex("names", "@misc{a, author = {A" + " and A".repeat(30_000) + "}}"),
                bibtex("ands", "@misc{a, author = {" + "and ".repeat(45_000) + "}}"),
                bibtex("commas in a name", "@misc{a, author = {" + ",".repeat(180_000) + "}}"),
                bibtex("comments that nothing closes", "@comment{\n".repeat(DEEP)),
                bibtex("comments in comments", "@comment{ {".repeat(DEEP) + "\n@misc{a, title={A}}"),
                bibtex("entries that wait", waiting(DEEP)),
                bibtex("entries that wait for one", "@misc{a, title={A}, crossref={x}}\n".repeat(DEEP)),
                bibtex("volumes", volumes(DEEP)),
                bibtex("commands", "@misc{a, title = {" + "\\'".repeat(DEEP / 2) + "}}"),
                bibtex("open commands", "@misc{a, title = {" + "\\href{".repeat(15_000) + "}".repeat(15_000) + "}}"),
                bibtex("math", "@misc{a, title = {" + "$".repeat(DEEP) + "}}"),
                bibtex("tags", "@misc{a, title = {" + "<sub>".repeat(DEEP / 3) + "}}"),
                bibtex("open tags", "@misc{a, title = {" + "<".repeat(DEEP) + "}}"),
                bibtex(
                        "hosts",
                        "@misc{a, title={T}, url = {https://" + "a.".repeat(80_000) + "}, doi = {" + "a.".repeat(10_000)
                                + "}}"),
                bibtex("a venue of words", "@misc{a, title={T}, journal = {arXiv " + "a-".repeat(80_000) + "}}"),
                bibtex("blanks", " \n".repeat(MILLION)),
                bibtex("percent lines", "%\n".repeat(MILLION)));
    }

    private static List<Hostile> ris() {
        return List.of(
                ris("starts", "TY  - JOUR\n".repeat(DEEP)),
                ris("ends", "ER  - \n".repeat(DEEP)),
                ris("ten megabytes in a line", "TY  - JOUR\nTI  - " + "x".repeat(10 * MILLION)),
                ris("ten megabytes in lines", "TY  - JOUR\n" + "KW  - x\n".repeat(MILLION)),
                ris("lines that go on", "TY  - JOUR\nAB  - x\n" + "y\n".repeat(MILLION)),
                ris("commas in a name", "TY  - JOUR\nAU  - " + ",".repeat(180_000) + "\nER  - "),
                ris("blanks in an address", "TY  - JOUR\nUR  - " + " ;".repeat(90_000) + "\nER  - "),
                ris(
                        "hosts",
                        "TY  - JOUR\nTI  - T\nUR  - https://" + "a.".repeat(80_000) + "\nDO  - " + "a.".repeat(9_000)),
                ris("U+0000", "TY  - JOUR\nTI  - \u0000\nER  - \n\u0000"),
                new Hostile("invalid UTF-8", new RisReader(LIMIT), invalid("TY  - JOUR\nTI  - ?\nER  - \n", 10_000)),
                ris("no tag", "x".repeat(MILLION)));
    }

    private static List<Hostile> csl() {
        return List.of(
                csl("deep arrays", "[".repeat(DEEP) + "]".repeat(DEEP)),
                csl("deep objects", "{\"title\":".repeat(20_000) + "1" + "}".repeat(20_000)),
                csl("deep titles", "{\"title\":" + "[".repeat(400) + "]".repeat(400) + "}"),
                csl("ten megabytes", "[{\"title\":\"" + "x".repeat(10 * MILLION) + "\"},{\"title\":\"B\"}]"),
                csl("large numbers", "[{\"title\":" + "9".repeat(500) + ",\"issued\":1e999999999}]"),
                csl("quotes", "\"".repeat(DEEP)),
                csl("commas", "[" + ",".repeat(DEEP)),
                csl("authors", "{\"title\":\"T\",\"author\":[" + "{},".repeat(50_000) + "{}]}"),
                csl("U+0000", "\u0000"));
    }

    private static String doubled(int times) {
        var macros = new StringBuilder();
        for (int i = 1; i < times; i++) {
            macros.append("@string{m%d = m%d # m%d}\n".formatted(i, i - 1, i - 1));
        }
        return macros.toString();
    }

    private static String macros(int count) {
        var macros = new StringBuilder();
        for (int i = 0; i < count; i++) {
            macros.append("@string{m").append(i).append(" = {x}}\n");
        }
        return macros.toString();
    }

    private static String fields(int count) {
        var fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            fields.append(", f").append(i).append(" = 1");
        }
        return fields.toString();
    }

    private static String waiting(int count) {
        var body = new StringBuilder();
        for (int i = 0; i < count; i++) {
            body.append("@inproceedings{k%d, title={T}, crossref={v%d}}\n".formatted(i, i));
        }
        return body.toString();
    }

    private static String volumes(int count) {
        var body = new StringBuilder();
        for (int i = 0; i < count; i++) {
            body.append("@proceedings{k%d, title={T}}\n".formatted(i));
        }
        return body.toString();
    }

    private static byte[] invalid(String entry, int times) {
        byte[] body = entry.repeat(times).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '?' ? (byte) 0xC3 : body[i];
        }
        return body;
    }

    private static Hostile bibtex(String name, String body) {
        return new Hostile("BibTeX: " + name, new BibtexReader(LIMIT), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Hostile ris(String name, String body) {
        return new Hostile("RIS: " + name, new RisReader(LIMIT), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Hostile csl(String name, String body) {
        return new Hostile("CSL-JSON: " + name, new CslReader(LIMIT), body.getBytes(StandardCharsets.UTF_8));
    }
}
