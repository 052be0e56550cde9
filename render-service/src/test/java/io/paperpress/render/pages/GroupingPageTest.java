package io.paperpress.render.pages;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.PaperFields;
import io.paperpress.render.samples.EfficientPapers;
import io.paperpress.render.samples.Samples;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The golden round trip of a grouping page, without a database: {@code RenderServiceIT} has it with one. */
class GroupingPageTest {

    private static final VenueColours COLOURS = Vocabulary.colours();

    @Test
    void aGroupingPageComesBackByteForByte() {
        var papers = EfficientPapers.read(Samples.efficientPapers());

        assertThat(papers).hasSize(295);
        assertThat(write(Book.INSTITUTION, papers)).isEqualTo(EfficientPapers.expected());
    }

    /**
     * Lines 1789 and 1790 of the sample are one paper that lists one institution twice: a badge within a badge and a
     * {@code None}. Its right row stands on line 381, under another institution; its badge sorts it last of its group.
     */
    @Test
    void theTwoBrokenRowsComeBackAsOneRightRow() {
        var sample = Samples.efficientPapers().lines().toList();
        var ours = write(Book.INSTITUTION, EfficientPapers.read(Samples.efficientPapers()))
                .lines()
                .toList();

        assertThat(sample.get(1788)).isEqualTo(sample.get(1789)).contains("badge/-![Publish]");
        assertThat(ours).hasSize(sample.size() - 1);
        assertThat(ours.get(1791))
                .isEqualTo(sample.get(380))
                .isEqualTo("| [MIRAGE](./meta/2025/MIRAGE.prototxt) | [MIRAGE: KV Cache Optimization through Parameter"
                        + " Remapping for Multi-tenant LLM Serving](http://arxiv.org/abs/2507.11507v1) |  |"
                        + " ![Publish](https://img.shields.io/badge/2025-arXiv-1E88E5) |  |"
                        + " [note](./notes/2025/MIRAGE/note.md) |");
        var withoutIt = new ArrayList<>(ours);
        withoutIt.remove(1791);
        assertThat(withoutIt)
                .isEqualTo(sample.stream()
                        .filter(line -> !line.contains("badge/-!"))
                        .toList());
    }

    @Test
    void theListOfTheReadmeIsNumberedByYear() {
        var readme = write(Book.README, EfficientPapers.read(Samples.efficientPapers()));

        assertThat(readme)
                .contains("<details open><summary><b>2025</b></summary> \n<p>\n\n1. [")
                .contains("<details open><summary><b>2024</b></summary> \n<p>\n\n1. [")
                .contains("R-Sparse: Rank-Aware Activation Sparsity for Efficient LLM Inference]"
                        + "(http://arxiv.org/abs/2504.19449v1)"
                        + " [![Publish](https://img.shields.io/badge/2025-ICLR-FF6B6B)]"
                        + " [![GitHub Repo stars](https://img.shields.io/github/stars/VITA-Group/R-Sparse)]"
                        + "(https://github.com/VITA-Group/R-Sparse) \n");
        assertThat(readme.indexOf("<b>2025</b>")).isLessThan(readme.indexOf("<b>2024</b>"));
    }

    private static String write(Book book, List<PaperFields> papers) {
        var byGroup = new TreeMap<String, List<Cells>>(
                book == Book.README ? Comparator.reverseOrder() : Comparator.naturalOrder());
        for (var paper : papers) {
            var cells = Cells.of(paper, COLOURS);
            BookGroups.of(paper)
                    .getOrDefault(book, Set.of())
                    .forEach(group -> byGroup.computeIfAbsent(group, key -> new ArrayList<>())
                            .add(cells));
        }
        var out = new StringWriter();
        var writer = new BookWriter(book, out);
        writer.begin();
        byGroup.forEach((group, rows) -> {
            rows.sort(comparing(Cells::publish).thenComparing(Cells::title).thenComparing(Cells::path));
            rows.forEach(row -> writer.add(group, book == Book.README ? row.item() : row.row()));
        });
        writer.end();
        return out.toString();
    }
}
