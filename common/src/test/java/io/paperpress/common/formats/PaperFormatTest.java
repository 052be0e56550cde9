package io.paperpress.common.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaperFormatTest {

    private static final PaperFields PAPER = paper(
            "H$_2$O: 100% of {KV} Caches",
            List.of(
                    Author.named("Laurens van der Maaten"),
                    new Author("Ada One", "0000-0002-1825-0097"),
                    Author.named("Research, Inc.")),
            "NeurIPS",
            new Identifier("arxiv", "2306.14048"),
            new Identifier("doi", "10.5555/a_b"));

    @Test
    void bibtexIsWhatLatexPrints() {
        assertThat(PaperFormat.BIBTEX.write("p1", PAPER)).isEqualTo("""
                @inproceedings{vandermaaten2023h,
                  title = {{H$_2$O: 100\\% of \\{KV\\} Caches}},
                  author = {Laurens van der Maaten and Ada One and {Research, Inc.}},
                  booktitle = {NeurIPS},
                  year = {2023},
                  shorttitle = {H2O},
                  eprint = {2306.14048},
                  archiveprefix = {arXiv},
                  doi = {10.5555/a\\_b},
                  url = {https://arxiv.org/abs/2306.14048},
                  keywords = {kv\\_cache, fusion},
                  abstract = {What it is about.}
                }
                """);
    }

    @Test
    void aPreprintIsNoPartOfProceedings() {
        assertThat(PaperFormat.BIBTEX.write(
                        "p1", paper("A Title", List.of(), "arXiv", new Identifier("arxiv", "2306.14048"))))
                .startsWith("@misc{2023title,")
                .contains("eprint = {2306.14048}")
                .doesNotContain("booktitle");
        assertThat(PaperFormat.BIBTEX.write(
                        "p1", paper("A Title", List.of(), null, new Identifier("arxiv", "2306.14048"))))
                .contains("note = {arXiv:2306.14048}")
                .doesNotContain("eprint");
    }

    @Test
    void aTitleWithoutAWordStillGivesAKey() {
        assertThat(PaperFormat.BIBTEX.write("p1", paper("∀∃", List.of(), null))).startsWith("@misc{2023p1,");
    }

    @Test
    void risKeepsFamilyNamesFirst() {
        assertThat(PaperFormat.RIS.write("p1", PAPER)).isEqualTo("""
                TY  - CONF
                ID  - p1
                TI  - H$_2$O: 100% of {KV} Caches
                ST  - H2O
                AU  - van der Maaten, Laurens
                AU  - One, Ada
                AU  - Inc., Research,
                T2  - NeurIPS
                PY  - 2023
                DO  - 10.5555/a_b
                AN  - arXiv:2306.14048
                UR  - https://arxiv.org/abs/2306.14048
                KW  - kv_cache
                KW  - fusion
                AB  - What it is about.
                ER  -\s
                """);
    }

    @Test
    void cslIsAnArrayOfOneItem() {
        assertThat(PaperFormat.CSL.write("p1", PAPER))
                .startsWith("[{\"id\":\"p1\",\"type\":\"paper-conference\"")
                .contains("\"family\":\"van der Maaten\",\"given\":\"Laurens\"")
                .contains("\"issued\":{\"date-parts\":[[2023]]}")
                .contains("\"number\":\"arXiv:2306.14048\"");
    }

    @Test
    void prototxtSaysWhatTheSchemaWouldPresumeOtherwise() {
        assertThat(PaperFormat.PROTOTXT.write("p1", paper("A \"Title\"", List.of(), null)))
                .isEqualTo("""
                paper {
                  title: "A \\"Title\\""
                  abbr: "H2O"
                  url: "https://arxiv.org/abs/2306.14048"
                  institutions: "CMU"
                }
                pub {
                  where: ""
                  year: 2023
                }
                note {
                  url: ""
                }
                keyword {
                  words: kv_cache
                  words: fusion
                }
                """);
    }

    @Test
    void jsonLdIsAScholarlyArticle() {
        assertThat(PaperFormat.JSONLD.write("p1", PAPER))
                .contains("\"@type\":\"ScholarlyArticle\"")
                .contains("\"@id\":\"https://orcid.org/0000-0002-1825-0097\"");
    }

    private static PaperFields paper(
            String title, List<Author> authors, @Nullable String venue, Identifier... identifiers) {
        return new PaperFields(
                title,
                "H2O",
                authors,
                List.of("CMU"),
                venue,
                2023,
                "What it\nis about.".replace("\n", " "),
                List.of(identifiers),
                List.of(new Link(Link.PAPER, null, "https://arxiv.org/abs/2306.14048")),
                List.of("kv_cache", "fusion"),
                null,
                List.of(),
                null,
                null);
    }
}
