package io.paperpress.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.identity.PaperMatcher;
import io.paperpress.catalog.identity.Recogniser;
import io.paperpress.catalog.identity.likeness.LikenessIndex;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Validation;
import io.paperpress.catalog.testing.Said;
import io.paperpress.catalog.testing.Words;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.SubmissionDecided;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What recognition is known to go wrong on elsewhere, through all that decides. */
class TrapsTest {

    private final Set<Set<String>> distinct = new HashSet<>();

    private final Desk desk = new Desk(
            List.of(),
            new Recogniser(new PaperMatcher(Words.VOCABULARY), new LikenessIndex()),
            (one, other) -> distinct.contains(Set.of(one, other)),
            new Catalogue(Clock.systemUTC(), paper -> true),
            new Validation(Clock.systemUTC()),
            new Inspection(Words.VOCABULARY),
            Clock.systemUTC());

    @Test
    void versionsOfOneArxivIdAreOneWork() {
        assertThat(papers(
                        Said.of("FlexPrefill").link("http://arxiv.org/abs/2502.20766v1"),
                        Said.of("FlexPrefill, Revised").link("https://arxiv.org/pdf/2502.20766v3.pdf")))
                .isEqualTo(1);
    }

    @Test
    void aPreprintAndWhatWasPublishedUnderAnotherTitleAreVersionsOfEachOther() {
        decide(Said.of("Sparse Iso-FLOP Transformations for Maximizing Training Efficiency")
                .in("arXiv", 2023)
                .link("https://arxiv.org/abs/2303.11525"));
        var published = decide(Said.of("Sparse-IFT: Sparse Iso-FLOP Transformations for Maximizing Training Efficiency")
                .in("ICML", 2024)
                .link("http://arxiv.org/abs/2303.11525v3"));
        assertThat(published.decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(published.duplicatesOf()).hasSize(1);
        assertThat(desk.papers().values()).allMatch(paper -> paper.versions().size() == 1);
    }

    @Test
    void aPublishedPaperWithoutAnIdentifierIsProposedForItsPreprint() {
        decide(Said.of("Sparse Iso-FLOP Transformations for Maximizing Training Efficiency")
                .in("arXiv", 2023)
                .link("https://arxiv.org/abs/2303.11525"));
        var published = decide(Said.of("Sparse-IFT: Sparse Iso-FLOP Transformations for Maximizing Training Efficiency")
                .in("ICML", 2024));
        assertThat(published.decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(published.duplicatesOf().getFirst().score()).isGreaterThan(0.8);
        assertThat(published.duplicatesOf().getFirst().reasons()).isNotEmpty();
    }

    @Test
    void chaptersThatShareTheDoiOfTheirBookAreWorksOfTheirOwn() {
        assertThat(papers(
                        Said.of("Tree Search").by("Omar Haddad").id("doi", "10.1017/9781108555555"),
                        Said.of("Local Search").by("Omar Haddad").id("doi", "10.1017/9781108555555"),
                        Said.of("A Game of Two Players").by("Omar Haddad").id("doi", "10.1017/9781108555555")))
                .isEqualTo(3);
    }

    @Test
    void partsOfASeriesAreWorksOfTheirOwnAndNotEvenProposed() {
        decide(Said.of("Scaling Laws for Routed Networks, Part I").by("Ada Byron"));
        var second = decide(Said.of("Scaling Laws for Routed Networks, Part II").by("Ada Byron"));
        assertThat(second.decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(second.duplicatesOf()).isEmpty();
    }

    @Test
    void aPrefaceIsNobodysDuplicate() {
        decide(Said.of("Preface").by("Tri Dao").in("ICML", 2024));
        var other = decide(Said.of("Preface").by("Tri Dao").in("ICML", 2024));
        assertThat(other.decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(other.duplicatesOf()).isEmpty();
    }

    @Test
    void oneTitleAndAuthorAtTwoVenuesAreTwoWorksAndProposed() {
        decide(Said.of("The State of Sparse Training").by("Tri Dao").in("NeurIPS", 2024));
        var other = decide(Said.of("The State of Sparse Training").by("Dao, T.").in("TMLR", 2024));
        assertThat(other.decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(other.duplicatesOf().getFirst().reasons()).contains("They have other venues.");
    }

    @Test
    void technicalReportsOfTwoModelsAreTwoWorksAndNotEvenProposed() {
        decide(Said.of("Qwen2.5-VL Technical Report").by("Shuai Bai"));
        decide(Said.of("Qwen2. 5-vl technical report").by("Shuai Bai"));
        var other = decide(Said.of("Qwen3 Technical Report").by("Shuai Bai"));
        assertThat(other.decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(other.duplicatesOf()).isEmpty();
        assertThat(desk.papers()).hasSize(2);
    }

    @Test
    void mathAndItsPlainFormAreOneWork() {
        assertThat(papers(
                        Said.of("H$_2$O: Heavy-Hitter Oracle for Efficient Generative Inference"),
                        Said.of("H2o: Heavy-hitter oracle for efficient generative inference")))
                .isEqualTo(1);
    }

    @Test
    void threePapersOfOneRepositoryAreThreeWorksAndNotEvenProposed() {
        var decided = Stream.of(
                        "FLUX: Fast Communication Overlap", "Comet: Fine-grained Overlapping", "TileLink: Kernels")
                .map(title -> decide(Said.of(title).link("code", "https://github.com/bytedance/flux")))
                .toList();
        assertThat(desk.papers()).hasSize(3);
        assertThat(decided).allMatch(decision -> decision.duplicatesOf().isEmpty());
    }

    @Test
    void likenessWithinOneBatchIsSeen() {
        var first =
                decide(Said.of("Massive Activations in Large Language Models").by("Mingjie Sun"));
        var second =
                decide(Said.of("Massive Activatoins in Large Langauge Models").by("Mingjie Sun"));
        assertThat(second.duplicatesOf().getFirst().paperId()).isEqualTo(first.paperId());
        assertThat(second.duplicatesOf().getFirst().score()).isBetween(0.6, 0.99);
        assertThat(second.duplicatesOf().getFirst().reasons()).contains("Both have the same first author.");
        assertThat(desk.doubts()).hasSize(1);
    }

    @Test
    void whatAPersonSaidToBeDistinctIsNotProposed() {
        var first =
                decide(Said.of("Massive Activations in Large Language Models").as("first"));
        var again = Said.of("Massive Activatoins in Large Langauge Models")
                .as("second")
                .submitted();
        distinct.add(Set.of(
                String.valueOf(first.paperId()),
                String.valueOf(desk.consider(again).decision().paperId())));
        assertThat(desk.decide(again).duplicatesOf()).isEmpty();
        assertThat(desk.doubts()).isEmpty();
    }

    private long papers(Said... all) {
        return Stream.of(all).map(said -> decide(said).paperId()).distinct().count();
    }

    private SubmissionDecided decide(Said said) {
        return desk.decide(said.submitted());
    }
}
