package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupingPageTest {

    private static final String HEAD = """
            <details open><summary><b>%s</b></summary>\s
            <p>


            | Meta | Title | Cover | Publish | Code | Note |
            |:-----|:------|:------|:--------|:-----|:-----|
            """;

    private static final Entries SAMPLE = read(Entries.sample("efficient-papers.md"));

    @Test
    void theSampleHolds295PapersIn228Groups() {
        assertThat(SAMPLE.refusals).isEmpty();
        assertThat(SAMPLE.papers).hasSize(295);
        assertThat(SAMPLE.fields().stream()
                        .flatMap(paper -> paper.institutions().stream())
                        .distinct())
                .hasSize(228);
        // 569 rows, of which one paper has two in the same group
        assertThat(SAMPLE.fields().stream()
                        .mapToInt(paper -> paper.institutions().size())
                        .sum())
                .isEqualTo(568);
    }

    @Test
    void everyRowOfTheSampleComesBackOutOfWhatWasRead() {
        var rows = SAMPLE.fields().stream()
                .flatMap(paper -> paper.institutions().stream().map(group -> row(paper)))
                .collect(Collectors.toSet());
        var lines = new String(Entries.sample("efficient-papers.md"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("| ["))
                .filter(line -> !line.endsWith("| None |"))
                .collect(Collectors.toSet());
        assertThat(rows).isEqualTo(withoutColour(lines));
    }

    @Test
    void theRowsOfOnePathAreOnePaperWithItsGroupsAsInstitutions() {
        var paper = paper("meta/2025/FlexPrefill.prototxt");
        assertThat(paper.title())
                .isEqualTo(
                        "FlexPrefill: A Context-Aware Sparse Attention Mechanism for Efficient Long-Sequence Inference");
        assertThat(paper.shortName()).isEqualTo("FlexPrefill");
        assertThat(paper.venue()).isEqualTo("ICLR");
        assertThat(paper.year()).isEqualTo(2025);
        assertThat(paper.institutions()).hasSizeGreaterThan(1).isSorted();
        assertThat(paper.links()).extracting(Link::rel).containsExactly("paper", "code", "note");
    }

    @Test
    void aPageIsARecordUnderItsPath() {
        assertThat(SAMPLE.papers).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(Source.Kind.RECORD);
            assertThat(entry.sourceKey()).isEqualTo("path:" + entry.fields().path());
        });
    }

    @Test
    void theBrokenRowsOfMirageAreReadForWhatTheyMean() {
        var mirage = paper("meta/2025/MIRAGE.prototxt");
        assertThat(mirage.venue()).isEqualTo("arXiv");
        assertThat(mirage.year()).isEqualTo(2025);
        assertThat(mirage.cover()).isNull();
        assertThat(mirage.institutions()).containsOnlyOnce("The University of Texas at Austin");
        assertThat(mirage.links())
                .containsExactly(
                        new Link(Link.PAPER, null, "http://arxiv.org/abs/2507.11507v1"),
                        new Link(Link.NOTE, null, "./notes/2025/MIRAGE/note.md"));
    }

    @Test
    void aBrokenRowAloneIsReadForWhatItMeansAndSaysSo() {
        var broken = new String(Entries.sample("efficient-papers.md"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.endsWith("| None |"))
                .findFirst()
                .orElseThrow();
        var entry = readPage(broken).papers.getFirst();
        assertThat(entry.fields().venue()).isEqualTo("arXiv");
        assertThat(entry.fields().links()).extracting(Link::rel).containsExactly("paper", "note");
        assertThat(entry.warnings())
                .singleElement()
                .satisfies(remark -> assertThat(remark.message()).contains("damaged"));
    }

    @Test
    void aTitleWithABarOrBracketsIsKept() {
        assertThat(readPage(row("[A | B: [x] of {y}](http://arxiv.org/abs/2501.00001)"))
                        .fields())
                .extracting(PaperFields::title)
                .containsExactly("A | B: [x] of {y}");
        assertThat(SAMPLE.fields())
                .extracting(PaperFields::title)
                .contains("[Distributed w/ TorchTitan] Introducing Async Tensor Parallelism in PyTorch");
    }

    @Test
    void aBareTitleHasNoPaperLink() {
        var paper = readPage(row("Only a title (draft)")).fields().getFirst();
        assertThat(paper.title()).isEqualTo("Only a title (draft)");
        assertThat(paper.links()).isEmpty();
    }

    @Test
    void aVenueMayHoldHyphensAndUnderscoresAreItsBlanks() {
        assertThat(readPage(
                                "| [m](./meta/2024/X.prototxt) | T |  | ![Publish](https://img.shields.io/badge/2024-KDD_Work-shop-green) |  |  |")
                        .fields())
                .extracting(PaperFields::venue, PaperFields::year, PaperFields::shortName)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("KDD Work-shop", 2024, null));
    }

    @Test
    void aRowThatCannotBeReadIsReportedWithItsLineAndCostsNoOther() {
        var entries = readPage(
                row("Good")
                        + "\n| [X](./meta/2025/X.prototxt) | cut off\n| [no path](somewhere) | T |  | ![Publish](https://img.shields.io/badge/2024-V-green) |  |  |");
        assertThat(entries.papers).hasSize(1);
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(8, 9);
        assertThat(entries.refusals).extracting(Refusal::message).anyMatch(message -> message.contains("six cells"));
    }

    @Test
    void aRowInInvalidUtf8CostsNoOther() {
        byte[] page = (HEAD.formatted("G") + row("Gööd") + "\n" + row("Bad")).getBytes(StandardCharsets.UTF_8);
        page[page.length - 80] = (byte) 0xff;
        var entries = Entries.read(reader(), page, ReadOptions.NONE);
        assertThat(entries.papers).hasSize(1);
        assertThat(entries.refusals).extracting(Refusal::message).containsExactly("This line is not valid UTF-8.");
    }

    @Test
    void groupsOfAPageByYearAreNoInstitutions() {
        var page = "### year\n" + HEAD.formatted("2025") + row("T");
        assertThat(Entries.read(reader(), page).fields().getFirst().institutions())
                .isEmpty();
    }

    @Test
    void thePapersStandOnTheListThatTheCallNames() {
        var options = new ReadOptions("mine", List.of("One", "Two"));
        var entries =
                Entries.read(reader(), (HEAD.formatted("G") + row("T")).getBytes(StandardCharsets.UTF_8), options);
        assertThat(entries.papers.getFirst().placements()).singleElement().satisfies(placement -> {
            assertThat(placement.list()).isEqualTo("mine");
            assertThat(placement.section()).containsExactly("One", "Two");
        });
    }

    private static MarkdownReader reader() {
        return new MarkdownReader(200_000);
    }

    private static Entries read(byte[] page) {
        return Entries.read(reader(), page, ReadOptions.NONE);
    }

    private static Entries readPage(String rows) {
        return Entries.read(reader(), HEAD.formatted("G") + rows);
    }

    private static PaperFields paper(String path) {
        return SAMPLE.fields().stream()
                .filter(paper -> path.equals(paper.path()))
                .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
    }

    private static String row(String titleCell) {
        return "| [X](./meta/2025/X.prototxt) | %s |  | ![Publish](https://img.shields.io/badge/2025-arXiv-1E88E5) |  |  |"
                .formatted(titleCell);
    }

    private static java.util.Set<String> withoutColour(java.util.Set<String> rows) {
        return rows.stream()
                .map(row -> row.replaceFirst("(img.shields.io/badge/[^)]*)-[^-)]*\\)", "$1)"))
                .collect(Collectors.toSet());
    }

    /** The row by the rules of the page's own generator, but for the badge's colour. */
    private static String row(PaperFields paper) {
        String title = link(paper, Link.PAPER) == null
                ? Objects.requireNonNull(paper.title())
                : "[%s](%s)".formatted(paper.title(), link(paper, Link.PAPER));
        String badge = (paper.year() + "-" + paper.venue()).replace(' ', '_');
        return "| [%s](./%s) | %s | %s | ![Publish](https://img.shields.io/badge/%s) | %s | %s |"
                .formatted(
                        paper.shortName() == null ? "m" : paper.shortName(),
                        paper.path(),
                        title,
                        paper.cover() == null ? "" : "![cover](%s)".formatted(paper.cover()),
                        badge,
                        code(paper),
                        link(paper, Link.NOTE) == null ? "" : "[note](%s)".formatted(link(paper, Link.NOTE)));
    }

    private static String code(PaperFields paper) {
        return paper.links().stream()
                .filter(link -> link.rel().equals(Link.CODE))
                .map(link -> link.url().startsWith("https://github.com/")
                        ? "[![GitHub Repo stars](https://img.shields.io/github/stars/%s)](%s)"
                                .formatted(link.url().substring("https://github.com/".length()), link.url())
                        : "[%s](%s)".formatted(link.label() == null ? "code" : link.label(), link.url()))
                .collect(Collectors.joining());
    }

    private static @Nullable String link(PaperFields paper, String rel) {
        return paper.links().stream()
                .filter(link -> link.rel().equals(rel))
                .map(Link::url)
                .findFirst()
                .orElse(null);
    }
}
