package io.paperpress.catalog.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.paper.Catalogue.Outcome;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.SourceRecord;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = new Catalogue(Clock.systemUTC(), paper -> false);

    @Test
    void aNewPaperHasRevisionOneAndAnIdThatFollowsFromItsSubmission() {
        var submission = Said.of("Attention Is All You Need").submitted();
        var outcome = catalogue.create(submission, List.of());
        assertThat(outcome.decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(outcome.paper().revision()).isEqualTo(1);
        assertThat(outcome.paper().id()).matches("[0-9a-hjkmnp-tv-z]{12}");
        assertThat(catalogue.create(submission, List.of()).paper().id())
                .isEqualTo(outcome.paper().id());
    }

    @Test
    void theSameClaimsAgainAreADuplicate() {
        var paper = create(Said.of("X").by("A B").in("ICML", 2024).link("https://arxiv.org/abs/2502.20766"));
        var again = add(paper, Said.of(" X ").by("A B").in("ICML", 2024).link("https://arxiv.org/abs/2502.20766 "));
        assertThat(again).isEqualTo(new Outcome(Decision.DUPLICATE, paper));
    }

    @Test
    void aPartOfTheClaimsIsADuplicateWhoeverMakesIt() {
        var paper = create(Said.of("X").by("A B").in("ICML", 2024));
        assertThat(add(paper, Said.of("X").in(2024).from("bob")).decision()).isEqualTo(Decision.DUPLICATE);
    }

    @Test
    void claimsSpreadOverSeveralSourcesTogetherMakeADuplicate() {
        var paper = create(Said.of("X").in("ICML", 2024));
        var updated = add(paper, Said.of("X").in("arXiv", 2023).from("bob")).paper();
        assertThat(add(updated, Said.of("X").in("arXiv", 2024).from("eve")).decision())
                .isEqualTo(Decision.DUPLICATE);
    }

    @Test
    void aNewClaimMakesARevision() {
        var paper = create(Said.of("X"));
        var outcome = add(paper, Said.of("X").in(2024));
        assertThat(outcome.decision()).isEqualTo(Decision.UPDATED);
        assertThat(outcome.paper().revision()).isEqualTo(2);
        assertThat(outcome.paper().cataloguedAt()).isEqualTo(paper.cataloguedAt());
        assertThat(outcome.paper().claims().sources()).hasSize(2);
    }

    @Test
    void aNewLinkOrIdentifierIsANewClaim() {
        var paper = create(Said.of("X"));
        assertThat(add(paper, Said.of("X").link(Link.CODE, "https://github.com/a/b"))
                        .decision())
                .isEqualTo(Decision.UPDATED);
        assertThat(add(paper, Said.of("X").id("arxiv", "2502.20766")).decision())
                .isEqualTo(Decision.UPDATED);
    }

    @Test
    void aFileThatComesAgainUnchangedIsADuplicate() {
        var paper = create(Said.of("X").file("meta/2025/X.prototxt").at("MIT"));
        assertThat(add(paper, Said.of("X").file("meta/2025/X.prototxt").at("MIT"))
                        .decision())
                .isEqualTo(Decision.DUPLICATE);
    }

    @Test
    void aFileThatComesAgainChangedReplacesWhatItSaid() {
        var paper = create(Said.of("X").file("meta/2025/X.prototxt").at("MIT").in("arXiv"));
        var outcome = add(paper, Said.of("X").file("meta/2025/X.prototxt").at("CMU"));
        assertThat(outcome.decision()).isEqualTo(Decision.UPDATED);
        assertThat(outcome.paper().claims().sources()).hasSize(1);
        assertThat(shown(outcome).institutions()).containsExactly("CMU");
        assertThat(shown(outcome).venue()).isNull();
    }

    @Test
    void anOlderStateOfAFileDoesNotReplaceANewerOne() {
        var paper = create(Said.of("X").file("meta/2025/X.prototxt").at("CMU").when("2026-11-22T10:00:00Z"));
        var late =
                add(paper, Said.of("X").file("meta/2025/X.prototxt").at("MIT").when("2026-11-22T09:00:00Z"));
        assertThat(late).isEqualTo(new Outcome(Decision.DUPLICATE, paper));
    }

    @Test
    void aSecondFileOfOneWorkAddsARecord() {
        var paper = create(Said.of("X").file("meta/2024/X.prototxt"));
        var outcome = add(paper, Said.of("X").file("meta/2025/X.prototxt"));
        assertThat(outcome.decision()).isEqualTo(Decision.UPDATED);
        assertThat(outcome.paper().claims().sources()).hasSize(2);
    }

    @Test
    void aRecordIsShownBeforeACitationWhicheverCameFirst() {
        var paper =
                create(Said.of("Deja vu").onList("materials").in("PMLR", 2023).by("Zichang Liu"));
        var outcome =
                add(paper, Said.of("Deja Vu").file("meta/2023/dejavu.prototxt").in("ICML"));
        assertThat(shown(outcome).title()).isEqualTo("Deja Vu");
        assertThat(shown(outcome).venue()).isEqualTo("ICML");
        assertThat(shown(outcome).year()).isEqualTo(2023);
        assertThat(shown(outcome).authors()).hasSize(1);
    }

    @Test
    void theSubmitterThePaperHeardOfFirstIsShownBeforeOthers() {
        var paper = create(Said.of("X").in("ICML"));
        var outcome = add(paper, Said.of("X").in("arXiv", 2020).from("bob"));
        assertThat(shown(outcome).venue()).isEqualTo("ICML");
        assertThat(shown(outcome).year()).isEqualTo(2020);
    }

    @Test
    void ofOneSubmitterTheNewestIsShown() {
        var paper = create(Said.of("X").in("arXiv"));
        assertThat(shown(add(paper, Said.of("X").in("ICML"))).venue()).isEqualTo("ICML");
    }

    @Test
    void linksAndIdentifiersAreUnited() {
        var paper =
                create(Said.of("X").link("https://arxiv.org/abs/2502.20766v1").in(2025));
        var outcome = add(
                paper,
                Said.of("X")
                        .from("bob")
                        .link("https://arxiv.org/abs/2502.20766v1")
                        .link("https://openreview.net/forum?id=abc"));
        assertThat(shown(outcome).links())
                .extracting(Link::url)
                .containsExactly("https://arxiv.org/abs/2502.20766v1", "https://openreview.net/forum?id=abc");
        assertThat(shown(outcome).identifiers())
                .extracting(Object::toString)
                .containsExactly("arxiv:2502.20766", "openreview:abc");
    }

    @Test
    void whatWasSubmittedIsKeptToTheLetterBesideWhatIsShown() {
        var paper = create(Said.of(" {\\'E}tude &amp; Co ").link(" https://arxiv.org/pdf/2210.17323.pdf "));
        assertThat(paper.catalogued().paper().title()).isEqualTo("Étude & Co");
        assertThat(paper.catalogued().sources())
                .extracting(SourceRecord::values)
                .extracting(PaperFields::title)
                .containsExactly(" {\\'E}tude &amp; Co ");
    }

    @Test
    void aPaperSurvivesBeingToldAndReadAgain() {
        var paper = create(Said.of("X").by("A B").in("ICML", 2024).file("meta/2025/X.prototxt"));
        assertThat(Paper.of(paper.catalogued())).isEqualTo(paper);
    }

    private Paper create(Said said) {
        return catalogue.create(said.submitted(), List.of()).paper();
    }

    private Outcome add(Paper paper, Said said) {
        return catalogue.add(paper, said.submitted());
    }

    private static PaperFields shown(Outcome outcome) {
        return outcome.paper().claims().shown();
    }
}
