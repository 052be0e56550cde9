package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import io.paperpress.common.identity.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadingListPageTest {

    private static final Entries SAMPLE = Entries.read(reader(), Entries.sample("materials.md"), ReadOptions.NONE);

    @Test
    void theSampleHas6Chapters21SubtopicsAnd82Rows() {
        var list = SAMPLE.onlyList();
        assertThat(SAMPLE.refusals).isEmpty();
        assertThat(list.title()).isEqualTo("Materials");
        assertThat(list.slug()).isEqualTo("materials");
        assertThat(list.entries()).isEmpty();
        assertThat(list.sections()).hasSize(6);
        assertThat(list.sections().getLast().title()).isEqualTo("Guest Lecture Materials");
        assertThat(list.sections().getLast().sections()).isEmpty();
        var subtopics = list.sections().stream()
                .flatMap(chapter -> chapter.sections().stream())
                .toList();
        assertThat(subtopics).hasSize(21);
        assertThat(subtopics.stream().filter(subtopic -> subtopic.entries().isEmpty()))
                .hasSize(4);
        assertThat(rows()).hasSize(82);
    }

    @Test
    void theSampleHas92CitationsEachAPaperWithItsLink() {
        assertThat(SAMPLE.papers).hasSize(92);
        var items = rows().stream().flatMap(row -> row.items().stream()).toList();
        assertThat(items).hasSize(92);
        assertThat(items).allSatisfy(item -> assertThat(item.link()).isNotNull());
        assertThat(items)
                .extracting(ListItem::submissionId)
                .containsExactlyElementsOf(Stream.iterate(0, i -> i + 1)
                        .limit(92)
                        .map(i -> "s" + i)
                        .toList());
        assertThat(SAMPLE.fields()).extracting(PaperFields::citation).doesNotContainNull();
        assertThat(SAMPLE.fields()).extracting(PaperFields::title).doesNotContainNull();
        assertThat(SAMPLE.fields())
                .allSatisfy(paper -> assertThat(paper.authors()).isNotEmpty());
    }

    @Test
    void onlyTheCitationsThatNameNoYearAreReadWithoutOne() {
        var without = SAMPLE.fields().stream().filter(paper -> paper.year() == null);
        assertThat(without)
                .extracting(PaperFields::title)
                .containsExactlyInAnyOrder(
                        "FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning",
                        "FlashInfer: Efficient and Customizable Attention Engine for LLM Inference Serving",
                        "SpargeAttention: Accurate and Training-free Sparse Attention Accelerating Any Model Inference",
                        "SageAttention: Accurate 8-Bit Attention for Plug-and-play Inference Acceleration",
                        "SageAttention2: Efficient Attention with Thorough Outlier Smoothing and Per-thread INT4 Quantization",
                        "SpargeAttention: Accurate and Training-free Sparse Attention Accelerating Any Model Inference");
    }

    @Test
    void aCitationIsASourceOfItsOwnKindUnderTheListsName() {
        assertThat(SAMPLE.papers).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(Source.Kind.CITATION);
            assertThat(entry.sourceKey()).isEqualTo("list:materials");
            assertThat(entry.placements()).isEmpty();
        });
    }

    @Test
    void aLabelIsTheEntrysAndNotThePapersName() {
        var row = row("Pruning");
        assertThat(paper(row.items().getFirst()).title())
                .isEqualTo("UniCP: A Unified Caching and Pruning Framework for Efficient Video Generation");
        assertThat(SAMPLE.fields()).extracting(PaperFields::shortName).containsOnlyNulls();
    }

    @Test
    void aLabelThatNamesAnotherPaperThanItsCitationIsNoError() {
        assertThat(paper(row("DynamicScaler", "KPerfIR").items().getFirst()).title())
                .startsWith("KPerfIR: Towards");
        assertThat(paper(row("ForestColl", "GEMINI").items().getFirst()).title())
                .startsWith("GEMINI: Fast");
    }

    @Test
    void aRowOfSeveralPapersPairsCitationsAndLinksByPosition() {
        var row = row("FlashAttention 1, 2, 3");
        assertThat(row.citation())
                .startsWith("[1]Dao, Tri, et al. 'Flashattention")
                .contains(" [2]Dao")
                .contains(" [3]Shah");
        assertThat(row.items()).hasSize(3);
        assertThat(row.items())
                .extracting(item -> Objects.requireNonNull(item.link()).url())
                .containsExactly(
                        "https://arxiv.org/pdf/2205.14135",
                        "https://arxiv.org/pdf/2307.08691",
                        "https://arxiv.org/pdf/2407.08608");
        assertThat(paper(row.items().get(1)).citation())
                .isEqualTo(
                        "Dao, Tri. 'FlashAttention-2: Faster Attention with Better Parallelism and Work Partitioning.'"
                                + " The Twelfth International Conference on Learning Representations.");
        assertThat(paper(row.items().get(2)).authors()).containsExactly(Author.named("Jay Shah"));
    }

    @Test
    void theSeparatorsBetweenCitationsVaryAndBelongToNone() {
        assertThat(row("Streaming LLM & DuoAttention").items())
                .extracting(ListItem::citation)
                .first()
                .asString()
                .endsWith("arXiv:2309.17453 (2023).");
        assertThat(row("TOVA/KIVI").items())
                .extracting(item -> paper(item).title())
                .containsExactly(
                        "Transformers are multi-state rnns",
                        "Kivi: A tuning-free asymmetric 2bit quantization for kv cache");
        assertThat(row("LoRA & QLoRA").items())
                .extracting(item -> paper(item).venue())
                .first()
                .isEqualTo("ICLR");
        assertThat(rows().stream().filter(row -> row.items().size() > 1)).hasSize(9);
    }

    @Test
    void whiteSpaceAroundAddressesIsTrimmed() {
        assertThat(SAMPLE.fields().stream()
                        .flatMap(paper -> paper.links().stream())
                        .map(Link::url))
                .hasSize(91)
                .allMatch(url -> url.equals(url.strip()))
                .contains("https://arxiv.org/abs/2407.02490", "https://seaweed.video/seaweed.pdf");
    }

    @Test
    void anEmptyLinkStaysInTheListAndIsNoLinkOfThePaper() {
        var item = row("Orca").items().getFirst();
        assertThat(item.link()).isEqualTo(new Link(Link.PAPER, "PDF", ""));
        assertThat(paper(item).links()).isEmpty();
        assertThat(entry(item).warnings()).extracting(Remark::message).containsExactly("A link of this row is empty.");
    }

    @Test
    void aWebsiteIsNoPdf() {
        assertThat(paper(row("FlexAttention(PyTorch Blog)").items().getFirst()).links())
                .containsExactly(
                        new Link(Link.WEBSITE, "Website", "https://pytorch.org/blog/flexattention-for-inference/"));
    }

    @Test
    void alphaxivAndWwwArxivAreKeptAsWrittenAndStillRecognised() {
        for (var label : List.of("Re-thinking Temporal Search", "FastVID: Dynamic Density Pruning")) {
            assertThat(Identifiers.in(paper(row(label).items().getFirst())))
                    .extracting(Object::toString)
                    .singleElement()
                    .asString()
                    .startsWith("arxiv:25");
        }
    }

    @Test
    void thePageAsItWasWithStyleAndScriptReadsTheSame() {
        var sample = new String(Entries.sample("materials.md"), StandardCharsets.UTF_8);
        var raw = sample.replaceFirst("(?s)---\n\n## ", """
                ---

                <style>
                table th:first-of-type {
                | width | 60%; |
                |-------|------|
                }
                </style>

                <script>
                (function () {
                  ## no heading
                | if (a || b) | return; |
                })();
                </script>

                ##\s""");
        var entries = Entries.read(reader(), raw);
        assertThat(entries.onlyList()).isEqualTo(SAMPLE.onlyList());
        assertThat(entries.fields()).isEqualTo(SAMPLE.fields());
    }

    @Test
    void theSlugIsTheOneThatTheCallNames() {
        var entries = Entries.read(reader(), Entries.sample("materials.md"), new ReadOptions("other", List.of()));
        assertThat(entries.onlyList().slug()).isEqualTo("other");
        assertThat(entries.papers.getFirst().sourceKey()).isEqualTo("list:other");
    }

    @Test
    void theTitleIsTheFirstHeadingWhereThereIsNoFrontMatter() {
        var entries = Entries.read(
                reader(),
                "# Räding  List!\n\n" + TABLE + row("L", "A. 'T one.' V. 2020.", "[PDF](https://a.example/x)"));
        assertThat(entries.onlyList().title()).isEqualTo("Räding  List!");
        assertThat(entries.onlyList().slug()).isEqualTo("rading-list");
        assertThat(entries.onlyList().entries()).hasSize(1);
    }

    @Test
    void aListWithoutATitleAsksForAnAddress() {
        assertThatThrownBy(() -> Entries.read(reader(), TABLE + row("L", "c", "")))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("list=<slug>");
    }

    @Test
    void aBarInACitationOrLabelIsPartOfIt() {
        var entries = Entries.read(
                reader(),
                "# T\n" + TABLE + row("A|B", "Doe, J. 'P(a|b) explained.' V. 2020.", "[PDF](https://a.example/x)"));
        assertThat(entries.fields().getFirst().title()).isEqualTo("P(a|b) explained");
        assertThat(entries.onlyList().entries().getFirst().label()).isEqualTo("A|B");
    }

    @Test
    void entitiesInACellAreReadAsTheCharactersTheyMean() {
        var entries = Entries.read(
                reader(), "# T\n" + TABLE + row("R&amp;D", "Doe, J. 'Say &quot;A&quot; &lt; B.' V. 2020.", ""));
        assertThat(entries.onlyList().entries().getFirst().label()).isEqualTo("R&D");
        assertThat(entries.fields().getFirst().title()).isEqualTo("Say \"A\" < B");
    }

    @Test
    void aRowWithoutACitationTakesItsLabelForTitleAndSaysSo() {
        var entries = Entries.read(
                reader(), "# T\n" + TABLE + "| Attention is all you need | https://arxiv.org/abs/1706.03762 |\n");
        assertThat(entries.fields().getFirst().title()).isEqualTo("Attention is all you need");
        assertThat(entries.fields().getFirst().links())
                .containsExactly(new Link(Link.PAPER, null, "https://arxiv.org/abs/1706.03762"));
        assertThat(entries.papers.getFirst().warnings())
                .extracting(Remark::pointer)
                .containsExactly("/title");
    }

    @Test
    void severalLinksOfOneCitationAreOnePaper() {
        var entries = Entries.read(
                reader(),
                "# T\n" + TABLE
                        + row(
                                "L",
                                "Doe, J. 'T.' V. 2020.",
                                "[PDF](https://a.example/x), [Code](https://github.com/a/b)"));
        assertThat(entries.papers).hasSize(1);
        assertThat(entries.fields().getFirst().links()).extracting(Link::rel).containsExactly("paper", "code");
        assertThat(entries.onlyList().entries().getFirst().items())
                .extracting(ListItem::submissionId)
                .containsExactly("s0", "s0");
    }

    @Test
    void rowsThatCannotBeReadAreReportedWithTheirLineAndCostNoOther() {
        var entries = Entries.read(
                reader(),
                "# T\n" + TABLE
                        + "| only one cell |\n"
                        + row("Good", "Doe, J. 'T.' V. 2020.", "[PDF](https://a.example/x)")
                        + row("Bad", "Doe, J. 'U.' V. 2020.", "[PDF](javascript:alert(1))")
                        + "|  | [PDF](https://a.example/y) |\n");
        assertThat(entries.papers).hasSize(1);
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(4, 6, 7);
        assertThat(entries.refusals.get(1).message()).contains("no http or https address");
        assertThat(entries.onlyList().entries()).extracting(ListEntry::label).containsExactly("Good");
    }

    @Test
    void aRowBelowAStrayBlankLineIsStillRead() {
        var entries = Entries.read(
                reader(),
                "# T\n" + TABLE + row("A", "Doe, J. 'T.' V. 2020.", "") + "\n" + row("B", "Doe, J. 'U.' V. 2020.", ""));
        assertThat(entries.onlyList().entries()).extracting(ListEntry::label).containsExactly("A", "B");
    }

    @Test
    void numberedCitationsWithTooFewLinksSayHowTheyWerePaired() {
        var entries = Entries.read(
                reader(),
                "# T\n" + TABLE
                        + row(
                                "A",
                                "[1] Doe, J. 'T.' V. 2020. [2] Roe, K. 'U.' V. 2021.",
                                "[PDF](https://a.example/x)"));
        assertThat(entries.papers).hasSize(2);
        assertThat(entries.fields().get(1).links()).isEmpty();
        assertThat(entries.papers.get(1).warnings())
                .extracting(Remark::message)
                .anyMatch(m -> m.contains("2 citations and 1 links"));
    }

    @Test
    void markdownOfNeitherKindIsUnreadable() {
        assertThatThrownBy(() -> Entries.read(reader(), "# Hello\n\nsome text\n"))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageContaining("Three kinds of page");
    }

    private static final String TABLE = "| Paper | Link |\n|:--|--|\n";

    private static String row(String label, String citation, String links) {
        return "| <span class=\"tooltip\" data-tooltip=\"%s\">%s</span> | %s |\n".formatted(citation, label, links);
    }

    private static MarkdownReader reader() {
        return new MarkdownReader(200_000);
    }

    private static List<ListEntry> rows() {
        return SAMPLE.onlyList().sections().stream()
                .flatMap(ReadingListPageTest::rows)
                .toList();
    }

    private static Stream<ListEntry> rows(ListSection section) {
        return Stream.concat(
                section.entries().stream(), section.sections().stream().flatMap(ReadingListPageTest::rows));
    }

    private static ListEntry row(String label) {
        return row(label, "");
    }

    private static ListEntry row(String label, String citation) {
        return rows().stream()
                .filter(row -> row.label().equals(label))
                .filter(row -> String.valueOf(row.citation()).contains(citation))
                .findFirst()
                .orElseThrow();
    }

    private static PaperEntry entry(ListItem item) {
        return SAMPLE.papers.get(
                Integer.parseInt(Objects.requireNonNull(item.submissionId()).substring(1)));
    }

    private static PaperFields paper(ListItem item) {
        return entry(item).fields();
    }
}
