package io.paperpress.catalog.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.identity.Recognition.Doubt;
import io.paperpress.catalog.identity.Recognition.Match.New;
import io.paperpress.catalog.identity.Recognition.Match.NewVersionOf;
import io.paperpress.catalog.identity.Recognition.Match.Same;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Finding.Kind;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.testing.Said;
import io.paperpress.catalog.testing.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperMatcherTest {

    private final PaperMatcher matcher = new PaperMatcher(Words.VOCABULARY);
    private final Catalogue catalogue = new Catalogue(Clock.systemUTC(), paper -> false);
    private final List<Paper> listed = new ArrayList<>();

    @Test
    void nothingListedMeansNew() {
        assertThat(match(Said.of("Deja Vu: Contextual Sparsity"))).isEqualTo(new Recognition(new New(), List.of()));
    }

    @Test
    void oneIdentifierInTwoFormsIsOneWork() {
        var paper = list(Said.of("FlexPrefill").link("http://arxiv.org/abs/2502.20766v1"));
        assertSame(match(Said.of(null).link("https://www.alphaxiv.org/abs/2502.20766")), paper);
    }

    @Test
    void oneIdentifierIsOneWorkUnderAnotherTitleAtTheSameVenue() {
        var paper = list(Said.of("AWQ: Activation-aware Weight Quantization for LLM Compression")
                .file("meta/2024/awq.prototxt")
                .in("MLSys", 2024)
                .id("arxiv", "2306.00978"));
        var submission = Said.of("Awq: Activation-aware weight quantization for on-device llm compression")
                .in("Proceedings of machine learning and systems 6", 2024)
                .id("arxiv", "2306.00978");
        assertSame(match(submission), paper);
        assertSame(match(submission.onList("materials")), paper);
    }

    @Test
    void oneIdentifierIsOneWorkInACitationWithAnotherVenueAndYear() {
        var paper =
                list(Said.of("FlashInfer: Efficient Engine").in("arXiv", 2025).id("arxiv", "2501.01005"));
        assertSame(
                match(Said.of("Flashinfer, an engine")
                        .in("MLSys", 2024)
                        .id("arxiv", "2501.01005")
                        .onList("m")),
                paper);
    }

    @Test
    void aPreprintAndItsConferencePaperUnderOneIdentifierAreVersions() {
        var preprint = list(sparseIft2023());
        var recognition = match(sparseIft2024());
        assertThat(recognition.match())
                .isInstanceOfSatisfying(
                        NewVersionOf.class, match -> assertThat(match.paper()).isEqualTo(preprint));
        assertThat(recognition.doubts()).extracting(Doubt::kind).containsExactly(Kind.VERSIONS);
    }

    @Test
    void versionsMeetInEitherOrder() {
        var published = list(sparseIft2024());
        assertThat(match(sparseIft2023()).match())
                .isInstanceOfSatisfying(
                        NewVersionOf.class, match -> assertThat(match.paper()).isEqualTo(published));
    }

    @Test
    void eachVersionComesBackToItself() {
        var preprint = list(sparseIft2023());
        var published = listVersion(sparseIft2024(), preprint);
        assertSame(match(sparseIft2024()), published);
        assertSame(match(sparseIft2023()), listed.getFirst());
    }

    @Test
    void aThirdSubmissionGoesToTheVersionWithItsTitleElseToTheFirst() {
        var preprint = list(sparseIft2023());
        var published = listVersion(sparseIft2024(), preprint);
        assertSame(
                match(Said.of("Sparse-IFT: Sparse Iso-FLOP Transformations for Maximizing Training Efficiency")
                        .id("arxiv", "2303.11525")),
                published);
        assertSame(match(Said.of("Something else").id("arxiv", "2303.11525")), listed.getFirst());
    }

    @Test
    void anEqualTitleIsOneWorkWhereTheListNamesNoAuthors() {
        var paper = list(Said.of("Deja Vu: Contextual Sparsity for Efficient LLMs at Inference Time")
                .in("ICML", 2023)
                .link("https://openreview.net/forum?id=wIPIhHd00i"));
        assertSame(
                match(Said.of("Deja vu: Contextual sparsity for efficient llms at inference time")
                        .by("Liu, Zichang")
                        .in("International Conference on Machine Learning. PMLR", 2023)
                        .link("https://arxiv.org/pdf/2310.17157")
                        .onList("materials")),
                paper);
    }

    @Test
    void aTitleWithMathMeetsItsPlainForm() {
        var paper = list(Said.of("H$_2$O: Heavy-Hitter Oracle for Efficient Generative Inference"));
        assertSame(match(Said.of("H2o: Heavy-hitter oracle for efficient generative inference")), paper);
    }

    @Test
    void linksToThePreprintAndToTheForumAreOneWork() {
        String title = "SpargeAttention: Accurate and Training-free Sparse Attention";
        var paper = list(Said.of(title)
                .by("Zhang, Jintao")
                .in("Forty-second International Conference on Machine Learning")
                .link("https://arxiv.org/pdf/2502.18137")
                .onList("materials"));
        assertSame(
                match(Said.of(title)
                        .by("Zhang, Jintao")
                        .in("Forty-second International Conference on Machine Learning")
                        .link("https://openreview.net/forum?id=74c3Wwk8Tc")
                        .onList("materials")),
                paper);
    }

    @Test
    void aSubmissionThatFitsTwoPapersGoesByIdentifierAndTheOtherIsReported() {
        var forum = list(Said.of("SpargeAttn: Accurate Sparse Attention").id("openreview", "74c3Wwk8Tc"));
        var preprint =
                list(Said.of("SpargeAttention: Training-free Sparse Attention").id("arxiv", "2502.18137"));
        var recognition =
                match(Said.of("SpargeAttention: Training-free Sparse Attention").id("openreview", "74c3Wwk8Tc"));
        assertSame(recognition, forum);
        assertThat(recognition.doubts()).extracting(Doubt::paperId).containsExactly(preprint.id());
    }

    @Test
    void anEqualTitleByAnotherFirstAuthorIsAnotherWork() {
        list(Said.of("On the Nature of Things").by("Lucretius Carus").in(2001));
        assertApart(match(Said.of("On the nature of things").by("Tri Dao").in(2001)));
    }

    @Test
    void anEqualTitleOfAnotherYearIsAnotherWork() {
        list(Said.of("The State of Sparse Training").in(2021));
        assertApart(match(Said.of("The State of Sparse Training").in(2024)));
    }

    @Test
    void anEqualTitleWithAnotherIdentifierOfTheSameSchemeIsAnotherWork() {
        list(Said.of("The State of Sparse Training").id("openreview", "aaaa"));
        assertApart(match(Said.of("The State of Sparse Training").id("openreview", "bbbb")));
    }

    @Test
    void oneTitleAndAuthorAtTwoVenuesWithoutASharedIdentifierIsReportedAndKeptApart() {
        list(Said.of("The State of Sparse Training").by("Tri Dao").in("NeurIPS", 2024));
        assertApart(match(Said.of("The State of Sparse Training").by("Dao, T.").in("TMLR", 2024)));
    }

    @Test
    void genericTitlesNeverMeet() {
        list(Said.of("Preface").by("Tri Dao").in("ICML", 2024));
        assertThat(match(Said.of("Preface").by("Tri Dao").in("ICML", 2024)))
                .isEqualTo(new Recognition(new New(), List.of()));
    }

    @Test
    void likenessIsNoIdentity() {
        list(Said.of("Qwen3 Technical Report"));
        assertThat(match(Said.of("Qwen2.5-VL Technical Report")).match()).isEqualTo(new New());
    }

    @Test
    void chaptersThatShareADoiAreWorksOfTheirOwn() {
        list(Said.of("Neural Networks in Practice").by("Tri Dao").id("doi", "10.1007/978-3-030-58452-8"));
        var recognition =
                match(Said.of("A History of Optimization").by("Ada Byron").id("doi", "10.1007/978-3-030-58452-8"));
        assertApart(recognition);
    }

    @Test
    void aSharedDoiIsOneWorkWhereTheTitlesAreAlike() {
        var paper = list(Said.of("GEMINI: Fast Failure Recovery in Distributed Training with In-Memory Checkpoints")
                .id("doi", "10.1145/3600006.3613145"));
        assertSame(
                match(Said.of("Gemini: Fast failure recovery in distributed training")
                        .link("https://dl.acm.org/doi/10.1145/3600006.3613145")),
                paper);
        assertSame(match(Said.of(null).id("doi", "10.1145/3600006.3613145")), paper);
    }

    @Test
    void oneCodeRepositoryServesSeveralPapers() {
        list(Said.of("FLUX: Fast Communication Overlap").link("code", "https://github.com/bytedance/flux"));
        assertThat(match(Said.of("Comet: Fine-grained Overlapping").link("code", "https://github.com/bytedance/flux"))
                        .match())
                .isEqualTo(new New());
    }

    @Test
    void aFileKeepsItsPaperThroughAChangeOfTitle() {
        var paper = list(Said.of("Early Title of the Work").file("meta/2025/X.prototxt"));
        assertSame(match(Said.of("Final Title, Nothing Alike").file("meta/2025/X.prototxt")), paper);
    }

    @Test
    void anotherTreeMayHaveAnotherPaperUnderTheSamePath() {
        list(Said.of("The One Paper of This Name").file("meta/2025/X.prototxt"));
        assertThat(match(Said.of("Quite Another Paper")
                                .file("meta/2025/X.prototxt")
                                .from("bob"))
                        .match())
                .isEqualTo(new New());
    }

    private static Said sparseIft2023() {
        return Said.of("Sparse Iso-FLOP Transformations for Maximizing Training Efficiency")
                .file("meta/2023/Sparse-IFT.prototxt")
                .in("arXiv", 2023)
                .link("https://arxiv.org/abs/2303.11525");
    }

    private static Said sparseIft2024() {
        return Said.of("Sparse-IFT: Sparse Iso-FLOP Transformations for Maximizing Training Efficiency")
                .file("meta/2024/Sparse-IFT.prototxt")
                .in("ICML", 2024)
                .link("http://arxiv.org/abs/2303.11525v3");
    }

    private Paper list(Said said) {
        var paper = catalogue.create(said.submitted(), List.of()).paper();
        listed.add(paper);
        return paper;
    }

    private Paper listVersion(Said said, Paper of) {
        var version = catalogue.create(said.submitted(), List.of(of.id())).paper();
        listed.set(listed.indexOf(of), catalogue.linkVersion(of, version));
        listed.add(version);
        return version;
    }

    private Recognition match(Said said) {
        return matcher.match(said.submitted(), listed);
    }

    private static void assertSame(Recognition recognition, Paper paper) {
        assertThat(recognition.match())
                .isInstanceOfSatisfying(
                        Same.class, same -> assertThat(same.paper().id()).isEqualTo(paper.id()));
    }

    private static void assertApart(Recognition recognition) {
        assertThat(recognition.match()).isEqualTo(new New());
        assertThat(recognition.doubts()).extracting(Doubt::kind).containsExactly(Kind.POSSIBLE_DUPLICATE);
    }
}
