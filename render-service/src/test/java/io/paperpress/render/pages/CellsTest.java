package io.paperpress.render.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Link;
import io.paperpress.common.testing.Papers;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each cell rule of {@code docs/data-model.md}. */
class CellsTest {

    private static final VenueColours COLOURS = Vocabulary.colours();

    @Test
    void aFullRow() {
        assertThat(cells(Papers.flexPrefill()).row())
                .isEqualTo("| [FlexPrefill](./meta/2025/FlexPrefill.prototxt)"
                        + " | [FlexPrefill: A Context-Aware Sparse Attention Mechanism for Efficient Long-Sequence"
                        + " Inference](http://arxiv.org/abs/2502.20766v1)"
                        + " | ![cover](flexprefill.png)"
                        + " | ![Publish](https://img.shields.io/badge/2025-ICLR-FF6B6B)"
                        + " | [![GitHub Repo stars](https://img.shields.io/github/stars/bytedance/FlexPrefill)]"
                        + "(https://github.com/bytedance/FlexPrefill)"
                        + " | [note](note.md) |");
    }

    @Test
    void anEmptyRowKeepsItsCells() {
        assertThat(cells(paper("kvpress").withVenue("github").withYear(2025)).row())
                .isEqualTo("| [m](./meta/2025/X.prototxt) | kvpress |  |"
                        + " ![Publish](https://img.shields.io/badge/2025-github-2F4F4F) |  |  |");
    }

    @Test
    void spacesOfABadgeAreUnderscores() {
        assertThat(cells(paper("A").withVenue("AutoML Workshop").withYear(2023)).publish())
                .isEqualTo("![Publish](https://img.shields.io/badge/2023-AutoML_Workshop-A9A9A9)");
    }

    @Test
    void aVenueWithoutAColourIsGreenAndCaseCounts() {
        assertThat(cells(paper("A").withVenue("iclr").withYear(2024)).publish()).endsWith("2024-iclr-green)");
        assertThat(cells(paper("A").withVenue("AISTATS").withYear(2025)).publish())
                .endsWith("2025-AISTATS-green)");
    }

    @Test
    void codeIsAStarsBadgeOnGitHubElseALinkOfItsType() {
        assertThat(code("Pytorch", "https://github.com/a/b.c/tree/main"))
                .isEqualTo(
                        "[![GitHub Repo stars](https://img.shields.io/github/stars/a/b.c)](https://github.com/a/b.c)");
        assertThat(code("Website", "https://powerinfer.ai/v2/")).isEqualTo("[Website](https://powerinfer.ai/v2/)");
        assertThat(code(null, "https://example.org/x")).isEqualTo("[code](https://example.org/x)");
    }

    @Test
    void nothingIsEscaped() {
        assertThat(cells(paper("A | B <c> [d] $x_1$")).title()).isEqualTo("A | B <c> [d] $x_1$");
    }

    @Test
    void aListItemEndsInASpace() {
        assertThat(cells(paper("A").withVenue("ACL").withYear(2024)).item())
                .isEqualTo("A [![Publish](https://img.shields.io/badge/2024-ACL-4169E1)]  ");
    }

    @Test
    void groupsAreTheSubmittedValues() {
        var groups = BookGroups.of(Papers.flexPrefill()
                .withAuthors("Ada One, Bob Two", " Cy Three ", "Bob Two")
                .withKeywords("attention_sparsity", "made_up")
                .withInstitutions("MIT", "MIT", "ETH ")
                .fields());

        assertThat(groups)
                .containsEntry(Book.AUTHOR, Set.of("Ada One", "Bob Two", "Cy Three"))
                .containsEntry(Book.KEYWORD, Set.of("attention_sparsity", "made_up"))
                .containsEntry(Book.INSTITUTION, Set.of("MIT", "ETH "))
                .containsEntry(Book.PUBLICATION, Set.of("ICLR"))
                .containsEntry(Book.YEAR, Set.of("2025"));
    }

    @Test
    void yearZeroAndNoVenueAreNoGroups() {
        var groups = BookGroups.of(paper("A").withYear(0).withVenue("").fields());

        assertThat(groups).containsEntry(Book.YEAR, Set.of()).containsEntry(Book.PUBLICATION, Set.of());
    }

    private static String code(@Nullable String type, String url) {
        return cells(paper("A").withLinks(new Link(Link.CODE, type, url))).code();
    }

    private static Papers paper(String title) {
        return Papers.titled(title).withPath("meta/2025/X.prototxt");
    }

    private static Cells cells(Papers paper) {
        return Cells.of(paper.fields(), COLOURS);
    }
}
