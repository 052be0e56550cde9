package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.PaperFields;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand entries of six lines, one of which is broken. */
class BibtexRecoveryTest {

    private static final int LIMIT = 20_000;
    private static final int BROKEN = 500;
    private static final int FIRST_LINE = BROKEN * 6 + 1;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  title = {Paper } 500},",
                "  title = {Paper 500}},",
                "  title = {Paper 500}}",
                "  title = {Paper 500}\n}",
                "  title = Paper} 500,",
                "  title = \"Paper} 500\",",
                "  title = {Paper {500},",
                "  title = {Paper 500,",
                "  title = {{Paper 500},",
                "  title = {Paper 500},\n  note = {{{,",
                "  title = \"Paper 500,",
                "  title = \"Paper {500\",",
                "  title {Paper 500},",
                "  title = {Paper 500} and more,",
                "  title = ,",
                "  = {Paper 500},",
                "  title = {Paper\u0000 500},",
                "  title = {Paper 500}, }",
                "}",
                "  \\",
                "  #,"
            })
    void aBrokenEntryCostsOneErrorAndNoOtherEntry(String line) {
        var entries = read(entry(BROKEN).replace("  title = {Paper 500},", line));
        assertThat(titles(entries)).isEqualTo(goodTitles());
        assertThat(entries.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.line()).isBetween(FIRST_LINE, FIRST_LINE + 7));
    }

    @Test
    void theLineOfAStrayBraceIsTold() {
        var entries = read(entry(BROKEN).replace("{Paper 500}", "{Paper 500}}"));
        assertThat(entries.refusals.getFirst().line()).isEqualTo(FIRST_LINE + 1);
    }

    @Test
    void theLineOfAnUnclosedBraceIsTold() {
        var entries = read(entry(BROKEN).replace("{A B and C D}", "{A B and {C D}"));
        assertThat(titles(entries)).isEqualTo(goodTitles());
        assertThat(entries.refusals.getFirst().line()).isEqualTo(FIRST_LINE + 2);
    }

    @Test
    void aStrayBraceInTheLastFieldCostsItsEntry() {
        var entries = read(entry(BROKEN).replace("year = {2024}", "year = {2024}}"));
        assertThat(titles(entries)).isEqualTo(goodTitles());
        assertThat(entries.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.line()).isEqualTo(FIRST_LINE + 3));
    }

    @Test
    void aMissingLastBraceCostsItsEntry() {
        var entries = read(entry(BROKEN).replace("\n}\n", "\n"));
        assertThat(titles(entries)).isEqualTo(goodTitles());
        assertThat(entries.refusals).hasSize(1);
    }

    @Test
    void anEntryThatLostItsStartCostsOneError() {
        for (var start :
                List.of("article{key500,", "@article key500,", "@{key500,", "@ {key500,", "key500,", "@article")) {
            var entries = read(entry(BROKEN).replace("@article{key500,", start));
            assertThat(titles(entries)).as(start).isEqualTo(goodTitles());
            assertThat(entries.refusals)
                    .as(start)
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal.line()).isBetween(FIRST_LINE, FIRST_LINE + 2));
        }
    }

    @Test
    void aStrayBraceBetweenWholeEntriesIsToldAndCostsNone() {
        var entries = read(entry(BROKEN) + "}\n");
        assertThat(entries.papers).hasSize(1000);
        assertThat(entries.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.line()).isEqualTo(FIRST_LINE + 6));
    }

    @Test
    void aCommentThatIsNotClosedCostsNoEntry() {
        var entries = read("@comment{ jabref-meta: {\n");
        assertThat(titles(entries)).isEqualTo(goodTitles());
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(FIRST_LINE);
    }

    @Test
    void aStringThatIsNotClosedCostsNoEntry() {
        for (var broken : List.of("@string{x = \"y\n", "@string{x = {y}\n", "@preamble{\"{\n", "@string(x = \"y)\n")) {
            var entries = read(broken);
            assertThat(titles(entries)).isEqualTo(goodTitles());
            assertThat(entries.refusals).extracting(Refusal::line).containsExactly(FIRST_LINE);
        }
    }

    @Test
    void anEntryInParenthesesThatIsNotClosedCostsNoOther() {
        for (var broken :
                List.of("@article(a, title = \"T)\n", "@article(a, title = {T)\n", "@article(a, title = {T}\n")) {
            var entries = read(broken);
            assertThat(titles(entries)).isEqualTo(goodTitles());
            assertThat(entries.refusals).extracting(Refusal::line).containsExactly(FIRST_LINE);
        }
    }

    @Test
    void anEntryThatIsTooLongCostsNoOther() {
        var entries = read("@misc{a,\n title = {" + "x".repeat(LIMIT) + "}}\n");
        assertThat(titles(entries)).isEqualTo(goodTitles());
        assertThat(entries.refusals.getFirst().message()).contains("20,000 bytes");
    }

    @Test
    void theLastEntryMayBeTheBrokenOne() {
        var entries = Entries.read(new BibtexReader(LIMIT), entry(1) + "@article{x, title = {X");
        assertThat(titles(entries)).containsExactly("Paper 1");
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(7);
    }

    private static Entries read(String broken) {
        return Entries.read(
                new BibtexReader(LIMIT),
                IntStream.range(0, 1000)
                        .mapToObj(i -> i == BROKEN ? broken : entry(i))
                        .collect(Collectors.joining()));
    }

    private static String entry(int number) {
        return """
                @article{key%d,
                  title = {Paper %d},
                  author = {A B and C D},
                  year = {2024}
                }

                """.formatted(number, number);
    }

    private static List<String> goodTitles() {
        return IntStream.range(0, 1000)
                .filter(i -> i != BROKEN)
                .mapToObj(i -> "Paper " + i)
                .toList();
    }

    private static List<String> titles(Entries entries) {
        return entries.fields().stream()
                .map(PaperFields::title)
                .map(String::valueOf)
                .toList();
    }
}
