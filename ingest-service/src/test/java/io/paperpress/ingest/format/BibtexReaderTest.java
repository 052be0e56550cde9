package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BibtexReaderTest {

    private static final int LIMIT = 20_000;

    @Test
    void everyFieldOfAnEntryIsRead() {
        var entries = bibtex("""
                @inproceedings{dao2022,
                  title = {{FlashAttention}: Fast and {IO}-Aware $O(n^{2})$ Attention},
                  shorttitle = {{FlashAttention}},
                  author = {Dao, Tri and Fu, Daniel Y. and R{\\'e}, Christopher},
                  booktitle = {Advances in Neural Information Processing Systems},
                  year = 2022,
                  month = dec,
                  abstract = {We argue that a missing principle is making attention algorithms {IO}-aware --- accounting
                    for reads and writes.},
                  keywords = {attention, {GPU}; memory},
                  doi = {10.48550/arXiv.2205.14135},
                  url = {https://papers.nips.cc/paper\\_files/x.html},
                  file = {:Users/x/a.pdf:PDF},
                  note = {See also there}
                }
                """);
        assertThat(entries.refusals).isEmpty();
        var entry = entries.papers.getFirst();
        assertThat(entry.fields())
                .isEqualTo(new PaperFields(
                        "FlashAttention: Fast and IO-Aware $O(n^{2})$ Attention",
                        "FlashAttention",
                        List.of(Author.named("Tri Dao"), Author.named("Daniel Y. Fu"), Author.named("Christopher Ré")),
                        List.of(),
                        "Advances in Neural Information Processing Systems",
                        2022,
                        "We argue that a missing principle is making attention algorithms IO-aware — accounting for reads"
                                + " and writes.",
                        List.of(new Identifier("arxiv", "2205.14135")),
                        List.of(new Link(Link.PAPER, null, "https://papers.nips.cc/paper_files/x.html")),
                        List.of("attention", "GPU", "memory"),
                        null,
                        List.of(),
                        null,
                        null));
        assertThat(entry.kind()).isEqualTo(Source.Kind.RECORD);
        assertThat(entry.sourceKey()).isNull();
        assertThat(entry.line()).isEqualTo(1);
        assertThat(entry.warnings()).isEmpty();
    }

    @Test
    void stringsNumbersAndConcatenationsAreValues() {
        var paper = only("""
                @string{nips = {Neural } # "Information"}
                @STRING(full = nips # " Processing")
                @article{a, title = "On " # {Strings}, journal = FULL # { Systems}, year = 20 # 22, month = jan}
                """);
        assertThat(paper.title()).isEqualTo("On Strings");
        assertThat(paper.venue()).isEqualTo("Neural Information Processing Systems");
        assertThat(paper.year()).isEqualTo(2022);
    }

    @Test
    void anUndefinedStringIsItsNameWithAWarning() {
        var entries = bibtex("@article{a, title = {T}, journal = tse, year = 2020}");
        assertThat(entries.fields().getFirst().venue()).isEqualTo("tse");
        assertThat(entries.papers.getFirst().warnings())
                .extracting(Remark::message)
                .containsExactly("No @string \"tse\" is defined; its name was taken.");
    }

    @Test
    void commentsAndPreamblesHoldNoPapers() {
        var entries = bibtex("""
                % Encoding: UTF-8 } {
                Free text, with an address a@b.org.
                @preamble{"\\newcommand{\\noop}[1]{}" # "x"}
                @comment{ @article{hidden, title = {Hidden}} }
                @Comment{jabref-meta: databaseType:bibtex;}
                @comment without braces
                @article{a, title = {Seen}}
                """);
        assertThat(titles(entries)).containsExactly("Seen");
        assertThat(entries.refusals).isEmpty();
    }

    @Test
    void parenthesesMayStandForBraces() {
        assertThat(titles(bibtex("@article(a, title = \"A (b) c\", note = {)})\n@article(b, title = {B})")))
                .containsExactly("A (b) c", "B");
    }

    @Test
    void duplicateKeysAreKeptApart() {
        assertThat(titles(bibtex("@misc{a, title={A}}\n@misc{a, title={B}}\n@misc{, title={C}}\n@misc{title={D}}")))
                .containsExactly("A", "B", "C", "D");
    }

    @Test
    void aRepeatedFieldAndAMissingCommaAreToldButCostNothing() {
        var entries = bibtex("@misc{a, title = {A}\n year = 2020, title = {B},}");
        assertThat(entries.fields().getFirst().title()).isEqualTo("A");
        assertThat(entries.fields().getFirst().year()).isEqualTo(2020);
        assertThat(entries.papers.getFirst().warnings()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            Tri Dao and Daniel Y. Fu                       | Tri Dao;Daniel Y. Fu
            Dao, Tri  and  Fu, Daniel Y.                   | Tri Dao;Daniel Y. Fu
            Dao, Tri AND others                            | Tri Dao
            van der Berg, Jan and Ludwig van Beethoven     | Jan van der Berg;Ludwig van Beethoven
            de la Fuente, Jr., Mar{\\'\\i}a                | María de la Fuente Jr.
            King, Jr, Martin Luther                        | Martin Luther King Jr
            Davis, Sammy, Jr.                              | Sammy Davis Jr.
            {OpenAI} and {Barnes and Noble}                | OpenAI;Barnes and Noble
            {{Google DeepMind}}                            | Google DeepMind
            {\\'E}mile Zola and {Zola}, {\\'E}.            | Émile Zola;É. Zola
            Garc{\\'\\i}a M{\\'a}rquez, Gabriel Jos{\\'e}  | Gabriel José García Márquez
            A. Anderson and B. Sand                        | A. Anderson;B. Sand
            A B and and C D and                            | A B;C D
            Dean, Jeff and {et al.} and et al.             | Jeff Dean;et al.
            Ann Lee, Bo Chen, Carl Du                      | Ann Lee, Bo Chen, Carl Du
            A B, C D, E F, G H                             | A B, C D, E F, G H
            family=Knuth, given=Donald E., prefix=von      | Donald E. von Knuth
            Doe, J.~K.                                     | J. K. Doe
            """)
    void namesAreReadByBibtexsRules(String value, String names) {
        var paper = only("@misc{a, title = {T}, author = {" + value + "}}");
        assertThat(paper.authors()).extracting(Author::name).containsExactlyElementsOf(List.of(names.split(";")));
    }

    @Test
    void aNameMayRunOverSeveralLines() {
        assertThat(only("@misc{a, title = {T}, author = \"Dao, Tri  and\n      Fu,\n Dan\"}")
                        .authors())
                .extracting(Author::name)
                .containsExactly("Tri Dao", "Dan Fu");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            journal = {arXiv preprint arXiv:2205.14135}                          | arXiv | arxiv:2205.14135
            journal = {arXiv:2205.14135 [cs.LG]}                                 | arXiv | arxiv:2205.14135
            journal = {CoRR}, volume = {abs/2205.14135}                          | arXiv | arxiv:2205.14135
            journal = {ArXiv}, volume = {abs/cs/0112017}                         | arXiv | arxiv:cs/0112017
            eprint = {2205.14135v2}, archivePrefix = {arXiv}                     | arXiv | arxiv:2205.14135
            eprint = {2205.14135}, eprinttype = {arxiv}                          | arXiv | arxiv:2205.14135
            eprint = {arXiv:2205.14135}                                          | arXiv | arxiv:2205.14135
            eprint = {hal-123}, archivePrefix = {HAL}                            |       |
            publisher = {arXiv}, note = {arXiv:2205.14135 [cs]}                  | arXiv | arxiv:2205.14135
            booktitle = {ICLR}, eprint = {2205.14135}, archiveprefix = {arXiv}   | ICLR  | arxiv:2205.14135
            doi = {https://doi.org/10.1145/3600006.3613145}                      |       | doi:10.1145/3600006.3613145
            doi = {10.1007/978-3-031\\_5}                                        |       | doi:10.1007/978-3-031_5
            """)
    void identifiersAreReadWhereverTheyStand(String fields, String venue, String identifier) {
        var paper = only("@misc{a, title = {T}, " + fields + "}");
        assertThat(paper.venue()).isEqualTo(venue);
        assertThat(paper.identifiers())
                .extracting(Identifier::toString)
                .containsExactlyElementsOf(identifier == null ? List.of() : List.of(identifier));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inproceedings | booktitle = {Proc. of {SOSP}}, journal = {X}    | Proc. of SOSP
            article       | journaltitle = {J. of X}, eventtitle = {E}      | J. of X
            inproceedings | eventtitle = {The Event}                        | The Event
            phdthesis     | school = {ETH Z{\\"u}rich}                      | ETH Zürich
            techreport    | institution = {MIT}                             | MIT
            book          | publisher = {MIT Press}                         | MIT Press
            inproceedings | publisher = {ACM}                               |
            misc          | howpublished = {PyTorch Blog}                   | PyTorch Blog
            misc          | howpublished = {\\url{https://x.example/b}}     |
            """)
    void theVenueIsWhatTheEntrySaysFirst(String type, String fields, String venue) {
        assertThat(only("@" + type + "{a, title = {T}, " + fields + "}").venue())
                .isEqualTo(venue);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            year = {2024}                        | 2024
            year = {c. 1999}                     | 1999
            date = {2023-05-01}                  | 2023
            date = {2023/2024}                   | 2023
            year = {2022}, date = {2023}         | 2022
            """)
    void theYearIsReadFromYearOrDate(String fields, int year) {
        assertThat(only("@misc{a, title = {T}, " + fields + "}").year()).isEqualTo(year);
    }

    @Test
    void whatCannotBeUsedIsToldAndCostsNothingElse() {
        var entries = bibtex("@misc{a, title={T}, year={in press}, doi={N/A}, url={see me}, author={A B and A B}}");
        var entry = entries.papers.getFirst();
        assertThat(entry.fields().year()).isNull();
        assertThat(entry.fields().identifiers()).isEmpty();
        assertThat(entry.fields().links()).isEmpty();
        assertThat(entry.fields().authors()).hasSize(1);
        assertThat(entry.warnings())
                .extracting(Remark::pointer)
                .containsExactly("/authors", "/year", "/identifiers/doi", "/links", "/links");
    }

    @Test
    void linksMayStandInUrlAndHowpublished() {
        assertThat(
                        only("@misc{a, title={T}, url={\\url{https://x.example/~a/\\%20b}}, howpublished={https://y.example}}")
                                .links())
                .extracting(Link::url)
                .containsExactly("https://x.example/~a/%20b", "https://y.example");
    }

    @Test
    void aPaperTakesWhatItLeavesOutFromItsVolumeBehindItOrBefore() {
        var entries = bibtex("""
                @proceedings{Early, title = {Proceedings of the Early One}, year = 2020, publisher = {P}, doi = {10.1000/1}}
                @inproceedings{a, title = {A}, crossref = {early}}
                @inproceedings{b, title = {B}, crossref = {late}, year = 2021}
                @inproceedings{c, title = {C}}
                @proceedings{late, title = {Proceedings of the Late One}, booktitle = {Late}, year = 2022}
                @inproceedings{d, title = {D}, crossref = {nowhere}}
                """);
        assertThat(titles(entries))
                .containsExactly("Proceedings of the Early One", "A", "C", "Proceedings of the Late One", "B", "D");
        var a = entries.fields().get(1);
        assertThat(a.venue()).isEqualTo("Proceedings of the Early One");
        assertThat(a.year()).isEqualTo(2020);
        assertThat(a.identifiers()).isEmpty();
        var b = entries.fields().get(4);
        assertThat(b.venue()).isEqualTo("Late");
        assertThat(b.year()).isEqualTo(2021);
        assertThat(entries.papers.get(4).line()).isEqualTo(3);
        assertThat(entries.papers.getLast().warnings())
                .extracting(Remark::message)
                .singleElement()
                .asString()
                .contains("\"nowhere\"");
    }

    @Test
    void anEntryThatNamesItselfIsItsOwnVolume() {
        assertThat(titles(bibtex("@book{a, title = {A}, crossref = {a}}\n@book{b, title={B}, crossref={a}}")))
                .containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void tooManyEntriesThatWaitForTheirVolumeGoOnWithoutIt() {
        var body = new StringBuilder();
        var padding = "x".repeat(LIMIT / 2);
        for (int i = 0; i < 100; i++) {
            body.append("@inproceedings{k%d, title={T%d}, note={%s}, crossref={v%d}}\n".formatted(i, i, padding, i));
        }
        body.append("@proceedings{v0, title={V0}}\n@proceedings{v99, title={V99}}\n");
        var entries = bibtex(body.toString());
        assertThat(entries.papers).hasSize(102);
        assertThat(entries.fields())
                .filteredOn(paper -> "V99".equals(paper.venue()))
                .hasSize(1);
        assertThat(entries.fields())
                .filteredOn(paper -> "V0".equals(paper.venue()))
                .isEmpty();
    }

    @Test
    void markupOfPublishersIsTakenOut() {
        assertThat(only("@article{a, title={<i>In vivo</i> CO<sub>2</sub> if a < b <sup>x</sup>}}")
                        .title())
                .isEqualTo("In vivo CO$_{2}$ if a < b $^{x}$");
    }

    @Test
    void theEntriesStandOnTheListThatTheCallNames() {
        var entries = Entries.read(
                new BibtexReader(LIMIT),
                "@misc{a, title={A}}".getBytes(StandardCharsets.UTF_8),
                new ReadOptions("mine", List.of("S")));
        assertThat(entries.papers.getFirst().placements()).containsExactly(new Placement("mine", List.of("S"), null));
    }

    @Test
    void aBodyWithoutEntriesIsUnreadableAndAnEmptyOneHoldsNothing() {
        assertThatThrownBy(() -> bibtex("{\"title\": \"T\"}")).isInstanceOf(UnreadableBody.class);
        assertThatThrownBy(() -> bibtex("a@b.org }")).isInstanceOf(UnreadableBody.class);
        assertThat(bibtex("  \n").refusals).isEmpty();
    }

    private static PaperFields only(String body) {
        var entries = bibtex(body);
        assertThat(entries.refusals).isEmpty();
        assertThat(entries.papers).hasSize(1);
        return entries.fields().getFirst();
    }

    private static Entries bibtex(String body) {
        return Entries.read(new BibtexReader(LIMIT), body);
    }

    private static List<String> titles(Entries entries) {
        return entries.fields().stream()
                .map(PaperFields::title)
                .map(String::valueOf)
                .toList();
    }
}
