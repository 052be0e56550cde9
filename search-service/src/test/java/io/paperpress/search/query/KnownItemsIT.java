package io.paperpress.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.search.SearchServiceFixture;
import io.paperpress.search.relevance.SampleLists;
import io.paperpress.search.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks for papers of the sample lists in the ways people remember papers. */
class KnownItemsIT extends SearchServiceFixture {

    private static List<PaperCatalogued> papers = List.of();

    @BeforeEach
    void indexOnce() {
        if (papers.isEmpty()) {
            papers = SampleLists.papers();
            index(papers.toArray(PaperCatalogued[]::new));
        }
    }

    @Test
    void bothListsAreThere() {
        assertThat(papers).hasSize(357);
    }

    @Test
    void aPaperIsFoundByItsTitle() {
        assertThat(meanReciprocalRank(papers, KnownItemsIT::title)).isGreaterThan(0.98);
    }

    @Test
    void aPaperIsFoundByTheFirstHalfOfItsTitle() {
        assertThat(meanReciprocalRank(papers, paper -> {
                    var words = Words.of(title(paper));
                    return title(paper).substring(0, words.get(words.size() / 2).end());
                }))
                .isGreaterThan(0.95);
    }

    @Test
    void aPaperIsFoundByItsTitleWithATypo() {
        assertThat(meanReciprocalRank(papers, paper -> misspelt(title(paper)))).isGreaterThan(0.95);
    }

    @Test
    void aPaperIsFoundByItsShortName() {
        var named = papers.stream()
                .filter(paper -> paper.paper().shortName() != null)
                .toList();
        assertThat(meanReciprocalRank(
                        named, paper -> Objects.requireNonNull(paper.paper().shortName())))
                .isGreaterThan(0.95);
    }

    private static String title(PaperCatalogued paper) {
        return Objects.requireNonNull(paper.paper().title());
    }

    /** Without the third letter of the longest word. */
    private static String misspelt(String title) {
        var longest = Words.of(title).stream()
                .max((a, b) -> Integer.compare(a.end() - a.start(), b.end() - b.start()))
                .orElseThrow();
        return title.substring(0, longest.start() + 2) + title.substring(longest.start() + 3);
    }

    /** Asks for every third paper: as telling as all of them, and three times as fast. */
    private double meanReciprocalRank(List<PaperCatalogued> wanted, Function<PaperCatalogued, String> query) {
        return IntStream.range(0, wanted.size() / 3)
                .mapToObj(i -> wanted.get(i * 3))
                .mapToDouble(paper -> {
                    String q = query.apply(paper);
                    int rank = ids(search("q", q, "size", "5")).indexOf(paper.paperId()) + 1;
                    if (rank != 1) {
                        System.out.printf("%s: rank %d of \"%s\"%n", paper.paperId(), rank, q);
                    }
                    return rank == 0 ? 0 : 1.0 / rank;
                })
                .average()
                .orElseThrow();
    }
}
