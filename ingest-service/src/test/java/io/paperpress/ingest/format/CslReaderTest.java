package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CslReaderTest {

    private static final int LIMIT = 10_000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}   | Jan van den Berg
            {"family": "Fontaine", "given": "Jean", "dropping-particle": "de la"}    | Jean de la Fontaine
            {"family": "King", "given": "Martin", "suffix": "Jr."}                   | Martin King Jr.
            {"literal": "OpenAI"}                                                    | OpenAI
            {"name": "IEEE Task Force"}                                              | IEEE Task Force
            {"family": "Plato"}                                                      | Plato
            "Tri Dao"                                                                | Tri Dao
            """)
    void namesAreWrittenAsABylinePrintsThem(String author, String name) {
        assertThat(only("{\"title\": \"T\", \"author\": [" + author + "]}").authors())
                .extracting(Author::name)
                .containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"date-parts": [[2022, 12, 6]]}     | 2022
            {"date-parts": [["2022"]]}          | 2022
            {"date-parts": [2022]}              | 2022
            {"raw": "6 December 2022"}          | 2022
            {"literal": "2022"}                 | 2022
            "2022-12-06"                        | 2022
            2022                                | 2022
            {"date-parts": [[null]]}            |
            null                                |
            {}                                  |
            """)
    void theYearIsReadFromEveryFormOfADate(String issued, Integer year) {
        assertThat(only("{\"title\": \"T\", \"issued\": " + issued + "}").year())
                .isEqualTo(year);
    }

    @Test
    void crossrefsListsOfTitlesAreTolerated() {
        var paper = only(
                "{\"title\": [\"A\", \"B\"], \"container-title\": [\"J\"], \"short-title\": [], \"DOI\": \"10.1000/X\"}");
        assertThat(paper.title()).isEqualTo("A");
        assertThat(paper.venue()).isEqualTo("J");
        assertThat(paper.identifiers()).containsExactly(new Identifier("doi", "10.1000/x"));
    }

    @Test
    void anItemThatCannotBeReadCostsNoOther() {
        var entries = csl("""
                [{"title": "A"},
                 {"title": B},
                 7,
                 {"title": "T", "author": "A B"},
                 {"title": "a\\u0000b"},
                 {"title": "a\\ud800b"},
                 {"title": "C"}]
                """);
        assertThat(entries.fields()).extracting(PaperFields::title).containsExactly("A", "C");
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(2, 3, 4, 5, 6);
        assertThat(entries.refusals)
                .extracting(Refusal::pointer)
                .containsExactly(null, "", "/author", "/title", "/title");
    }

    @Test
    void whatCannotBeUsedIsToldAndCostsNothingElse() {
        var entry =
                csl("{\"title\": \"T\", \"URL\": \"see me\", \"DOI\": \"none\", \"author\": [{}, 7], \"volume\": {\"x\": []}}")
                        .papers
                        .getFirst();
        assertThat(entry.warnings())
                .extracting(Remark::pointer)
                .containsExactly("/authors", "/authors", "/identifiers/doi", "/links");
    }

    private static PaperFields only(String body) {
        var entries = csl(body);
        assertThat(entries.refusals).isEmpty();
        assertThat(entries.papers).hasSize(1);
        return entries.fields().getFirst();
    }

    private static Entries csl(String body) {
        return Entries.read(new CslReader(LIMIT), body);
    }
}
