package io.paperpress.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkListPageTest {

    private static final String AWESOME = """
            # Awesome Attention :rocket: [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

            ![banner](https://example.org/banner.png)

            ## Contents

            - [Exact](#exact)
              - [Fast](https://example.org/not-a-paper)

            ## Exact ⭐

            Some words about it, with a [link](https://example.org/words).

            - [FlashAttention: Fast and Memory-Efficient Exact Attention](https://arxiv.org/abs/2205.14135) - Tri Dao, Daniel Y. Fu, Stefano Ermon, *NeurIPS* 2022. [[code](https://github.com/Dao-AILab/flash-attention)] ![stars](https://img.shields.io/github/stars/x/y)
            * **[FlashAttention-2](https://arxiv.org/pdf/2307.08691.pdf)**, Tri Dao, ICLR 2024 🔥
            1. [Notes](docs/notes.md)
            2. [vLLM](https://github.com/vllm-project/vllm) - Easy and fast serving.

            ### Sparse

            + (*ICLR 2025*) FlexPrefill: A Context-Aware Sparse Attention Mechanism [[Paper](https://openreview.net/forum?id=OfjIlbelrT)] [[Code]](https://github.com/bytedance/FlexPrefill)
            - [ ] Deja Vu: Contextual Sparsity for Efficient LLMs
              - Zichang Liu et al., ICML 2023
              - [paper](https://arxiv.org/abs/2310.17157) / [code](https://github.com/FMInference/DejaVu)
            - Surveys
              - [A Survey on Efficient Inference](https://arxiv.org/abs/2404.14294)
                continued below, 2024.

            ## Empty

            ## License

            - [MIT](https://opensource.org/licenses/MIT)
            """;

    @Test
    void anAwesomeListIsJustItsPapers() {
        var entries = read(AWESOME, ReadOptions.NONE);

        assertThat(entries.refusals).isEmpty();
        assertThat(entries.list).isNull();
        assertThat(entries.fields())
                .extracting(PaperFields::title)
                .containsExactly(
                        "FlashAttention: Fast and Memory-Efficient Exact Attention",
                        "FlashAttention-2",
                        "vLLM",
                        "FlexPrefill: A Context-Aware Sparse Attention Mechanism",
                        "Deja Vu: Contextual Sparsity for Efficient LLMs",
                        "A Survey on Efficient Inference");
        assertThat(entries.papers).extracting(PaperEntry::line).containsExactly(14, 15, 17, 21, 22, 26);
        assertThat(entries.papers).allSatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(Source.Kind.CITATION);
            assertThat(entry.sourceKey()).isNull();
        });
    }

    @Test
    void authorsVenueAndYearAreTakenWhereTheyCanBeTold() {
        var papers = read(AWESOME, ReadOptions.NONE).fields();

        assertThat(papers.getFirst().authors())
                .containsExactly(Author.named("Tri Dao"), Author.named("Daniel Y. Fu"), Author.named("Stefano Ermon"));
        assertThat(papers)
                .extracting(PaperFields::venue)
                .containsExactly("NeurIPS", "ICLR", null, "ICLR", "ICML", null);
        assertThat(papers).extracting(PaperFields::year).containsExactly(2022, 2024, null, 2025, 2023, 2024);
        assertThat(papers.get(1).authors()).containsExactly(Author.named("Tri Dao"));
        assertThat(papers.get(4).authors()).containsExactly(Author.named("Zichang Liu"));
        assertThat(papers.getFirst().citation())
                .startsWith("FlashAttention: Fast and Memory-Efficient Exact Attention. Tri Dao, Daniel Y. Fu")
                .contains("NeurIPS 2022");
    }

    @Test
    void linksAreWhatTheyAre() {
        var papers = read(AWESOME, ReadOptions.NONE).fields();

        assertThat(papers.getFirst().links())
                .containsExactly(
                        new Link(Link.PAPER, null, "https://arxiv.org/abs/2205.14135"),
                        new Link(Link.CODE, "code", "https://github.com/Dao-AILab/flash-attention"));
        assertThat(papers.get(2).links())
                .containsExactly(new Link(Link.CODE, null, "https://github.com/vllm-project/vllm"));
        assertThat(papers.get(3).links())
                .containsExactly(
                        new Link(Link.PAPER, "Paper", "https://openreview.net/forum?id=OfjIlbelrT"),
                        new Link(Link.CODE, "Code", "https://github.com/bytedance/FlexPrefill"));
        assertThat(papers.get(4).links()).hasSize(2);
    }

    @Test
    void withAListThePageBecomesItInTheShapeOfItsHeadings() {
        var entries = read(AWESOME, new ReadOptions("attention", List.of()));
        var list = entries.onlyList();

        assertThat(list.slug()).isEqualTo("attention");
        assertThat(list.title()).isEqualTo("Awesome Attention");
        assertThat(list.sections()).extracting(ListSection::title).containsExactly("Exact", "Empty");
        var exact = list.sections().getFirst();
        assertThat(exact.entries())
                .extracting(ListEntry::label)
                .containsExactly(
                        "FlashAttention: Fast and Memory-Efficient Exact Attention", "FlashAttention-2", "vLLM");
        assertThat(exact.sections().getFirst().entries()).hasSize(3);
        assertThat(exact.entries().getFirst().items())
                .extracting(ListItem::submissionId)
                .containsExactly("s0", "s0");
        assertThat(entries.papers).extracting(PaperEntry::sourceKey).containsOnly("list:attention");
    }

    @Test
    void rowsThatAnEmptyLineCutsOffFromTheirTableBelongToIt() {
        var entries = read("""
                # Papers

                | Title | Venue | Link |
                |---|---|---|
                | The first paper here | ICML | https://arxiv.org/abs/2205.14135 |

                | The second paper here | ICLR | https://arxiv.org/abs/2307.08691 |

                ## Others

                | [A paper without a table](https://arxiv.org/abs/2502.20766) |
                """, ReadOptions.NONE);

        assertThat(entries.refusals).isEmpty();
        assertThat(entries.fields())
                .extracting(PaperFields::title)
                .containsExactly("The first paper here", "The second paper here", "A paper without a table");
        assertThat(entries.fields()).extracting(PaperFields::venue).containsExactly("ICML", "ICLR", null);
    }

    @Test
    void withAListAndASectionTheEntriesArePlacedThere() {
        var entries =
                read("- [A paper of some](https://arxiv.org/abs/2205.14135)\n", new ReadOptions("x", List.of("Y")));

        assertThat(entries.list).isNull();
        assertThat(entries.papers.getFirst().placements())
                .containsExactly(new Placement("x", List.of("Y"), "A paper of some"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            - [Title of it](https://arxiv.org/abs/2205.14135), NeurIPS, 2022; Title of it; -; NeurIPS; 2022
            - [ICLR'24] [Title of it](https://arxiv.org/abs/2205.14135); Title of it; -; ICLR; 2024
            - [2023.05] **[Title of it](https://arxiv.org/abs/2205.14135)**; Title of it; -; -; 2023
            - **Title of it.** Ada One, Bob Two. *ICML 2023*. [[Paper](https://arxiv.org/abs/2205.14135)]; Title of it; Ada One; ICML; 2023
            - Title of it, ICML 2023 [[pdf]](https://arxiv.org/abs/2205.14135); Title of it; -; ICML; 2023
            - [[ICLR 2024](https://arxiv.org/abs/2205.14135)] Title of it; Title of it; -; ICLR; 2024
            - "Title of it all", Ada One and Bob Two, 2021. https://arxiv.org/abs/2205.14135; Title of it all; Ada One; -; 2021
            - <a href="https://arxiv.org/abs/2205.14135">Title of it</a> (arXiv preprint, 2022); Title of it; -; arXiv; 2022
            - https://arxiv.org/abs/2205.14135; -; -; -; -
            - [arXiv:2205.14135](https://arxiv.org/abs/2205.14135); -; -; -; -
            - 🚀 [Title of it](<https://arxiv.org/abs/2205.14135>) | Ada One | CVPR 2020 Oral; Title of it; Ada One; CVPR; 2020
            - [Title *of* `it`](https://arxiv.org/abs/2205.14135 "hover") *Ada One, Bob Two*; Title of it; Ada One; -; -
            3. [Title of it](https://arxiv.org/abs/2205.14135) [![Publish](https://img.shields.io/badge/2025-Neur_IPS-FF6B6B)]; Title of it; -; Neur IPS; 2025
            """)
    void otherShapesOfAnItem(String item, String title, String author, String venue, Integer year) {
        var entries = read(item + "\n", ReadOptions.NONE);

        assertThat(entries.refusals).isEmpty();
        assertThat(entries.fields()).singleElement().satisfies(paper -> {
            assertThat(paper.title()).isEqualTo(title);
            assertThat(paper.authors().stream().map(Author::name).findFirst().orElse(null))
                    .isEqualTo(author);
            assertThat(paper.venue()).isEqualTo(venue);
            assertThat(paper.year()).isEqualTo(year);
            assertThat(paper.links()).extracting(Link::url).containsExactly("https://arxiv.org/abs/2205.14135");
        });
    }

    @Test
    void tablesAreReadByTheNamesOfTheirColumns() {
        var entries = read("""
                # Papers

                ## Serving

                | Year | Title | Authors | Venue | Link | Code |
                |:---:|---|---|---|---|---|
                | 2023 | Efficient Memory Management | Woosuk Kwon, Zhuohan Li and Ion Stoica | SOSP'23 | [PDF](https://arxiv.org/abs/2309.06180) | [vLLM](https://github.com/vllm-project/vllm) |
                | 2022.07 | **[Orca](https://www.usenix.org/x)** | - | OSDI | | n/a |
                | 2022 | | | | | |
                | 2022 | A \\| B | Ada One et al. | | javascript:alert(1) | |
                | 2022 | Bad | | | [x](javascript:alert(1)) | |

                Paper | a.k.a | Affiliation | Published date
                ---|---|---|---
                [LLaMA: Open Models](https://arxiv.org/abs/2302.13971) | LLaMA | Meta, FAIR | February. 2023
                """, ReadOptions.NONE);

        assertThat(entries.fields())
                .extracting(PaperFields::title)
                .containsExactly("Efficient Memory Management", "Orca", "A | B", "LLaMA: Open Models");
        var first = entries.fields().getFirst();
        assertThat(first.authors())
                .containsExactly(Author.named("Woosuk Kwon"), Author.named("Zhuohan Li"), Author.named("Ion Stoica"));
        assertThat(first.venue()).isEqualTo("SOSP");
        assertThat(first.year()).isEqualTo(2023);
        assertThat(first.links())
                .containsExactly(
                        new Link(Link.PAPER, "PDF", "https://arxiv.org/abs/2309.06180"),
                        new Link(Link.CODE, null, "https://github.com/vllm-project/vllm"));
        assertThat(entries.fields().get(1).year()).isEqualTo(2022);
        assertThat(entries.fields().getLast().shortName()).isEqualTo("LLaMA");
        assertThat(entries.fields().getLast().institutions()).containsExactly("Meta", "FAIR");
        assertThat(entries.fields().getLast().year()).isEqualTo(2023);
        assertThat(entries.papers).extracting(PaperEntry::kind).containsOnly(Source.Kind.RECORD);
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(9, 11);
    }

    @Test
    void aTableBecomesAListToo() {
        var list = read("""
                # L
                ## S
                | Title | Authors | Link |
                |---|---|---|
                | A | Ada One | https://arxiv.org/abs/2309.06180 |
                """, new ReadOptions("l", List.of())).onlyList();

        assertThat(list.sections().getFirst().entries())
                .extracting(ListEntry::label)
                .containsExactly("A");
    }

    @Test
    void anAddressThatIsNoneIsRefusedByItsLine() {
        var entries = read(
                "- [A good one](https://a.org)\n- [B](javascript:alert(1))\n- [C of it](https://c.org)\n",
                ReadOptions.NONE);

        assertThat(entries.papers).hasSize(2);
        assertThat(entries.refusals).extracting(Refusal::line).containsExactly(2);
    }

    @Test
    void theReadmeOfACatalogueReadsBack() {
        var entries = read("""
                <details open><summary><b>2025</b></summary>
                <p>

                1. [XAttention: Block Sparse Attention](http://arxiv.org/abs/2503.16428v1) [![Publish](https://img.shields.io/badge/2025-ICML-FF8C00)] [![GitHub Repo stars](https://img.shields.io/github/stars/mit-han-lab/x-attention)](https://github.com/mit-han-lab/x-attention)\s
                </p>
                </details>
                """, ReadOptions.NONE);

        var paper = entries.fields().getFirst();
        assertThat(paper.title()).isEqualTo("XAttention: Block Sparse Attention");
        assertThat(paper.venue()).isEqualTo("ICML");
        assertThat(paper.links()).extracting(Link::rel).containsExactly(Link.PAPER, Link.CODE);
    }

    @Test
    @Timeout(60)
    void hostileLinesCostLittle() {
        var random = new Random(3);
        var bits = List.of(
                "[",
                "]",
                "(",
                ")",
                "*",
                "_",
                "`",
                "|",
                "- ",
                "<a ",
                "!",
                "\\",
                "https://a.",
                " ",
                "a",
                "’24",
                "2024",
                ", ");
        var page = new StringBuilder(
                "- [A title](https://arxiv.org/abs/2205.14135)\n| Title | Link | Code |\n|--|--|--|\n");
        for (var bit : bits) {
            page.append("\n- [x](https://a.org) ")
                    .append(bit.repeat(19_000 / bit.length()))
                    .append("z\n");
            page.append("| ").append(bit.repeat(19_000 / bit.length())).append(" | |\n");
        }
        for (int i = 0; i < 300; i++) {
            page.append("\n- ");
            for (int n = 0; n < 200; n++) {
                page.append(bits.get(random.nextInt(bits.size())));
            }
        }
        page.append("\n\n- [Last of it](https://arxiv.org/abs/2205.14135)\n");
        assertThat(read(page.toString(), ReadOptions.NONE).fields().getLast().title())
                .isEqualTo("Last of it");
    }

    private static Entries read(String page, ReadOptions options) {
        return Entries.read(new MarkdownReader(200_000), page.getBytes(StandardCharsets.UTF_8), options);
    }
}
