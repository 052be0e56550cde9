package io.paperpress.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.catalog.paper.Finding;
import io.paperpress.catalog.paper.Finding.Kind;
import io.paperpress.catalog.testing.Said;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingListTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final PaperFields PAPER = Said.of("FlexPrefill: A Context-Aware Mechanism")
            .called("FlexPrefill")
            .submitted()
            .paper();

    @Test
    void aListWithoutATitleIsNamedAfterItsAddress() {
        assertThat(ReadingList.named("sparse-attention").title()).isEqualTo("Sparse Attention");
    }

    @Test
    void aPlacedPaperMakesTheSectionsItNeeds() {
        var list = ReadingList.named("l").placing("p1", PAPER, place(null, "Chapter", "Part"), "s1", Successors.NONE);
        assertThat(list.tree().sections()).extracting(ListSection::title).containsExactly("Chapter");
        assertThat(list.tree().sections().getFirst().sections().getFirst().entries())
                .containsExactly(new ListEntry("FlexPrefill", null, List.of(new ListItem("s1", "p1", null, null))));
    }

    @Test
    void aPlacedPaperComesLastInItsSection() {
        var list = ReadingList.named("l")
                .placing("p1", PAPER, place("One", "Chapter"), "s1", Successors.NONE)
                .placing("p2", PAPER, place("Two", "Other"), "s2", Successors.NONE)
                .placing("p3", PAPER, place("Three", "Chapter"), "s3", Successors.NONE);
        assertThat(list.tree().allEntries().map(ListEntry::label)).containsExactly("One", "Three", "Two");
    }

    @Test
    void aPaperStandsUnderOneLabelOnceInASectionWhateverPutItThere() {
        var list = ReadingList.named("l").placing("p1", PAPER, place("One", "Chapter"), "s1", Successors.NONE);
        assertThat(list.placing("p1", PAPER, place("One", "Chapter"), "s2", Successors.NONE))
                .isEqualTo(list);
        assertThat(list.placing("p1", PAPER, place("Another", "Chapter"), "s2", Successors.NONE))
                .isNotEqualTo(list);
        assertThat(list.placing("p1", PAPER, place("One", "Elsewhere"), "s2", Successors.NONE))
                .isNotEqualTo(list);
    }

    @Test
    void theSamePageFromOtherSubmissionsSaysTheSame() {
        var list =
                ReadingList.named("l").replacedBy(page("s1", "Label"), item -> resolved(item, "p1"), Successors.NONE);
        assertThat(list.saysTheSameAs(
                        list.replacedBy(page("s2", "Label"), item -> resolved(item, "p1"), Successors.NONE),
                        Successors.NONE))
                .isTrue();
        assertThat(list.saysTheSameAs(
                        list.replacedBy(page("s2", "Other"), item -> resolved(item, "p1"), Successors.NONE),
                        Successors.NONE))
                .isFalse();
        assertThat(list.saysTheSameAs(
                        list.replacedBy(page("s2", "Label"), item -> resolved(item, "p2"), Successors.NONE),
                        Successors.NONE))
                .isFalse();
    }

    @Test
    void aListSurvivesBeingToldAndReadAgain() {
        var list = ReadingList.named("l")
                .replacedBy(page("s1", "Label"), item -> resolved(item, "p1"), Successors.NONE)
                .revised(NOON);
        assertThat(ReadingList.of(list.catalogued(Successors.NONE), list.submittedAt()))
                .isEqualTo(list);
    }

    @Test
    void aLabelThatIsAnotherPapersNameIsReported() {
        var tree = new Tree(
                List.of(
                        entry("DynamicScaler", "p1", "https://x.org/1"),
                        entry("DynamicScaler", "p2", "https://x.org/2"),
                        entry("Pruning", "p2", "https://x.org/2")),
                List.of());
        var list = new ReadingList("l", 1, NOON, "s", NOON, "L", tree);
        var papers = Map.of(
                "p1",
                        Said.of("Dynamicscaler: Seamless and scalable video")
                                .submitted()
                                .paper(),
                "p2",
                        Said.of("KPerfIR: Towards a Compiler-centric Ecosystem")
                                .submitted()
                                .paper());
        assertThat(ListInspection.findings(list, papers))
                .extracting(Finding::kind, Finding::paperId, Finding::otherPaperId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.FOREIGN_LABEL, "p2", "p1"));
    }

    @Test
    void aLinkThatLeadsNowhereIsReported() {
        var tree = new Tree(List.of(entry("Orca", "p1", "")), List.of());
        assertThat(ListInspection.findings(new ReadingList("l", 1, NOON, "s", NOON, "L", tree), Map.of()))
                .extracting(Finding::kind)
                .containsExactly(Kind.EMPTY_LINK);
    }

    @Test
    void aPageThatCannotBeKeptIsRefusedWhereItIsWrong() {
        assertThat(ListValidation.problems(page("s", "Label"))).isEmpty();
        assertThat(ListValidation.problems(page("s", "Bad \uD800 label")))
                .extracting(Remark::pointer)
                .containsExactly("/sections/0/entries/0/label");
        var unnamed = new ListSubmitted("s", "b", "ada", NOON, "../etc", null, List.of(), List.of());
        assertThat(ListValidation.problems(unnamed)).extracting(Remark::pointer).containsExactly("/slug");
    }

    private static Placement place(@org.jspecify.annotations.Nullable String label, String... section) {
        return new Placement("l", List.of(section), label);
    }

    private static ListItem resolved(ListItem item, String paperId) {
        return new ListItem(item.submissionId(), paperId, item.citation(), item.link());
    }

    private static ListSubmitted page(String submissionId, String label) {
        var entry = new ListEntry(label, "Citation", List.of(new ListItem(submissionId, null, "Citation", null)));
        return new ListSubmitted(
                "list-" + submissionId,
                "b",
                "ada",
                NOON,
                "l",
                "A List",
                List.of(),
                List.of(new ListSection("Chapter", List.of(entry), List.of())));
    }

    private static ListEntry entry(String label, String paperId, String url) {
        return new ListEntry(label, null, List.of(new ListItem(null, paperId, null, new Link(Link.PAPER, "PDF", url))));
    }
}
