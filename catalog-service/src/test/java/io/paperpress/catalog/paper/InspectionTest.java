package io.paperpress.catalog.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.paper.Finding.Kind;
import io.paperpress.catalog.testing.Said;
import io.paperpress.catalog.testing.Words;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionTest {

    private final Inspection inspection = new Inspection(Words.VOCABULARY);
    private final Catalogue catalogue = new Catalogue(Clock.systemUTC(), paper -> false);

    @Test
    void anOrdinaryPaperIsNotReported() {
        assertThat(findings(Said.of("X")
                        .by("Name Surname")
                        .at("Institut Pasteur")
                        .in("Advances in Neural Information Processing Systems 37", 2024)
                        .about("quantization")
                        .cited("A. 'X.' 2024.")))
                .isEmpty();
    }

    @Test
    void placeholdersAreReported() {
        assertThat(findings(Said.of("paper title").by("Name1", "Name 2").at("inst1", "MIT")))
                .extracting(Finding::kind, finding -> finding.remark().pointer())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.PLACEHOLDER, "/authors/0"),
                        org.assertj.core.groups.Tuple.tuple(Kind.PLACEHOLDER, "/authors/1"),
                        org.assertj.core.groups.Tuple.tuple(Kind.PLACEHOLDER, "/institutions/0"),
                        org.assertj.core.groups.Tuple.tuple(Kind.PLACEHOLDER, "/title"));
    }

    @Test
    void anEmptyLinkIsReported() {
        assertThat(findings(Said.of("Orca").link(" ")))
                .extracting(Finding::kind)
                .containsExactly(Kind.EMPTY_LINK);
    }

    @Test
    void wordsOutsideTheVocabularyAreReported() {
        assertThat(findings(Said.of("X").about("quantization", "telepathy").in("Journal of Foo")))
                .extracting(Finding::kind)
                .containsExactly(Kind.UNKNOWN_KEYWORD, Kind.UNKNOWN_VENUE);
    }

    @Test
    void aCitationWithoutAYearIsReported() {
        assertThat(findings(Said.of("X").cited("A. 'X.' Forty-second ICML.")))
                .extracting(Finding::kind)
                .containsExactly(Kind.CITATION_WITHOUT_YEAR);
    }

    @Test
    void sourcesThatDisagreeAreReportedAndLongNamesOfAVenueAgree() {
        var paper = catalogue
                .create(Said.of("X y z").in("NeurIPS", 2023).by("Zichang Liu").submitted(), List.of())
                .paper();
        var agreeing = catalogue.add(
                paper,
                Said.of("X Y Z")
                        .in("Advances in neural information processing systems 36", 2023)
                        .by("Liu, Z.")
                        .onList("l")
                        .submitted());
        assertThat(agreeing.paper().claims().conflicts(Words.VOCABULARY)).isEmpty();
        var disagreeing = catalogue.add(
                agreeing.paper(),
                Said.of("XYZ 2").in("arXiv", 2022).by("Tri Dao").from("bob").submitted());
        assertThat(disagreeing.paper().claims().conflicts(Words.VOCABULARY))
                .extracting(Conflict::field)
                .containsExactly("title", "venue", "year", "authors");
        assertThat(inspection.findings(disagreeing.paper()))
                .extracting(Finding::kind)
                .containsOnly(Kind.CONFLICTING_CLAIMS);
    }

    @Test
    void aWorkshopIsNotTheConferenceItIsHeldAt() {
        assertThat(Words.VOCABULARY.canonicalVenue("ICML Workshop"))
                .isNotEqualTo(Words.VOCABULARY.canonicalVenue("ICML"));
        assertThat(Words.VOCABULARY.canonicalVenue("ICLR 1.2 (2022)")).isEqualTo("ICLR");
        assertThat(Words.VOCABULARY.canonicalVenue("icml")).isEqualTo("ICML");
    }

    @Test
    void theSubmitterIsToldOfRepairsAndOddities() {
        assertThat(inspection.warnings(Said.of("X &amp; Y").at("inst1").submitted()))
                .extracting(io.paperpress.common.events.Remark::pointer)
                .containsExactly("/title", "/institutions/0");
    }

    private List<Finding> findings(Said said) {
        return inspection.findings(catalogue.create(said.submitted(), List.of()).paper());
    }
}
