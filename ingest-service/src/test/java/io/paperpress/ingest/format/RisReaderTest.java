package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Remark;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RisReaderTest {

    private static final int LIMIT = 10_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JOUR | T2  - Full Name;JO  - Full N.;J2  - FN      | Full Name
            JOUR | JO  - Abbr.;JF  - Full Name                 | Full Name
            CHAP | BT  - The Book                              | The Book
            CPAPER | C3  - Proceedings                         | Proceedings
            THES | PB  - ETH Zürich                            | ETH Zürich
            JOUR | PB  - ACM                                   |
            GEN  | PB  - arXiv                                 | arXiv
            JOUR | JO  - arXiv preprint arXiv:2205.14135       | arXiv
            """)
    void theVenueIsTheFullestName(String type, String fields, String venue) {
        assertThat(only("TY  - " + type + "\nTI  - T\n" + fields.replace(';', '\n') + "\nER  - \n")
                        .venue())
                .isEqualTo(venue);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dao, Tri                       | Tri Dao
            Dao, Tri,                      | Tri Dao
            King, Martin Luther, Jr.       | Martin Luther King Jr.
            van der Berg, Jan              | Jan van der Berg
            OpenAI                         | OpenAI
            World Health Organization,     | World Health Organization
            """)
    void namesAreTurnedRound(String value, String name) {
        assertThat(only("TY  - JOUR\nTI  - T\nAU  - " + value + "\nAU  - et al.\nER  - ")
                        .authors())
                .extracting(Author::name)
                .containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PY  - 2022                 | 2022
            PY  - 2022/05/27/          | 2022
            Y1  - 2021///              | 2021
            DA  - 2020-01-01           | 2020
            PY  - 2019;DA  - 2020      | 2019
            """)
    void theYearIsTheFirstOfThePublication(String fields, int year) {
        assertThat(only("TY  - JOUR\nTI  - T\n" + fields.replace(';', '\n') + "\nER  - ")
                        .year())
                .isEqualTo(year);
    }

    @Test
    void identifiersAndLinksAreReadWhereverTheyStand() {
        var paper = only("""
                TY  - JOUR
                TI  - T
                JO  - ArXiv
                VL  - abs/2205.14135
                DO  - doi:10.1000/X
                UR  - https://a.example/1
                L1  - C:\\papers\\x.pdf
                L2  - https://b.example/2
                ER  - """);
        assertThat(paper.identifiers())
                .extracting(Identifier::toString)
                .containsExactlyInAnyOrder("doi:10.1000/x", "arxiv:2205.14135");
        assertThat(paper.links()).extracting(Link::url).containsExactly("https://a.example/1", "https://b.example/2");
    }

    @Test
    void aRecordWithoutItsEndEndsWhereTheNextBegins() {
        var entries = ris("TY  - JOUR\nTI  - A\n\nTY  - JOUR\nTI  - B\nER  - \nTY  - JOUR\nTI  - C");
        assertThat(titles(entries)).containsExactly("A", "B", "C");
        assertThat(entries.refusals).isEmpty();
        assertThat(entries.papers)
                .extracting(
                        entry -> entry.warnings().stream().map(Remark::message).toList())
                .containsExactly(
                        List.of("The line ER of this record is missing."),
                        List.of(),
                        List.of("The line ER of this record is missing."));
        assertThat(entries.papers).extracting(PaperEntry::line).containsExactly(1, 4, 7);
    }

    @Test
    void aRecordWithoutItsStartBeginsWithItsFirstField() {
        var entries = ris("TY  - JOUR\nTI  - A\nER  - \nTI  - B\nER  -\nER  - \n");
        assertThat(titles(entries)).containsExactly("A", "B");
        assertThat(entries.papers.getLast().warnings()).hasSize(1);
    }

    @Test
    void aLineWithoutATagGoesOnWithTheFieldBefore() {
        var paper = only("TY  - JOUR\nTI  - A long\n  title\nAB  - One.\n\nAI - is two.\nER  - ");
        assertThat(paper.title()).isEqualTo("A long title");
        assertThat(paper.abstractText()).isEqualTo("One. AI - is two.");
    }

    @Test
    void aRecordThatCannotBeReadCostsNoOther() {
        byte[] body = """
                TY  - JOUR
                TI  - A
                ER  -
                TY  - JOUR
                TI  - ?
                PY  - 2020
                ER  -
                TY  - JOUR
                ER  -
                TY  - JOUR
                TI  - \u0000
                ER  -
                TY  - JOUR
                TI  - B
                ER  -
                """.getBytes(StandardCharsets.UTF_8);
        body[new String(body, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xC3;
        var entries = Entries.read(new RisReader(LIMIT), body, ReadOptions.NONE);
        assertThat(titles(entries)).containsExactly("A", "B");
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(5, 8, 11);
        assertThat(entries.refusals.getFirst().message()).isEqualTo("A line of this record is not valid UTF-8.");
    }

    @Test
    void aRecordThatIsTooLongCostsNoOther() {
        var lines = "KW  - many\n".repeat(LIMIT / 4);
        var entries = ris("TY  - JOUR\nTI  - A\n" + lines + "ER  - \nTY  - JOUR\nTI  - B\n" + "N1  - x\n".repeat(9)
                + "ER  - \nTY  - JOUR\nTI  - " + "x".repeat(LIMIT + 1) + "\nER  - \n");
        assertThat(titles(entries)).containsExactly("B");
        assertThat(entries.refusals)
                .hasSize(2)
                .allSatisfy(refusal -> assertThat(refusal.message()).contains("longer than"));
    }

    @Test
    void aBodyWithoutRecordsIsUnreadableAndAnEmptyOneHoldsNothing() {
        assertThatThrownBy(() -> ris("Hello\n")).isInstanceOf(UnreadableBody.class);
        assertThat(ris("\n\n").refusals).isEmpty();
    }

    @Test
    void theEntriesStandOnTheListThatTheCallNames() {
        var entries = Entries.read(
                new RisReader(LIMIT),
                "TY  - JOUR\nTI  - A".getBytes(StandardCharsets.UTF_8),
                new ReadOptions("mine", List.of("S")));
        assertThat(entries.papers.getFirst().placements()).containsExactly(new Placement("mine", List.of("S"), null));
    }

    private static PaperFields only(String body) {
        var entries = ris(body);
        assertThat(entries.refusals).isEmpty();
        assertThat(entries.papers).hasSize(1);
        return entries.fields().getFirst();
    }

    private static Entries ris(String body) {
        return Entries.read(new RisReader(LIMIT), body);
    }

    private static List<String> titles(Entries entries) {
        return entries.fields().stream()
                .map(PaperFields::title)
                .map(String::valueOf)
                .toList();
    }
}
