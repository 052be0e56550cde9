package io.paperpress.search.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import co.elastic.clients.elasticsearch._types.Refresh;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.search.SearchServiceFixture;
import io.paperpress.search.relevance.Judgements.Judged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Asks what people ask, and holds the answers against what they meant.
 *
 * <p>Fails when a class of queries falls below its figure in {@code relevance/kept.csv}, or below what a plain
 * {@code multi_match} over the same papers gives in the same run. Better figures are kept with
 * {@code -Dpaperpress.relevance.keep=true}, which also writes {@code docs/search-quality.md}.
 */
class RelevanceIT extends SearchServiceFixture {

    /** Rounding, ties between equal scores, and removed papers that still count. */
    private static final double NOISE = 0.01;

    @Test
    void noClassOfQueriesIsAnsweredWorseThanBeforeOrThanPlainly() throws IOException {
        List<PaperCatalogued> papers = SampleLists.papers();
        var judged = new Judgements(papers).read();
        assertThat(judged).hasSizeGreaterThanOrEqualTo(150);
        index(papers.toArray(PaperCatalogued[]::new));
        removeOtherPapers();
        var plain = new PlainIndex(elasticsearch);
        plain.fill(papers);
        var report = new Report();
        for (Judged each : judged) {
            var ours = ids(search("q", each.query(), "size", "50")).stream()
                    .filter(id -> id.startsWith("sample"))
                    .limit(10)
                    .toList();
            report.add(each, ours, plain.search(each.query()));
        }
        report.print();
        Path root = Path.of(System.getProperty("paperpress.root"));
        if (Boolean.getBoolean("paperpress.relevance.keep")) {
            report.keep(root, papers);
        }
        compare(report);
    }

    /** What other tests have put into the index would have its say in what is common and what is known. */
    private void removeOtherPapers() throws IOException {
        var others = elasticsearch
                .search(
                        request -> request.index("papers")
                                .size(10_000)
                                .source(source -> source.fetch(false))
                                .query(query -> query.bool(bool -> bool.mustNot(not -> not.prefix(
                                        prefix -> prefix.field("paperId").value("sample"))))),
                        Void.class)
                .hits()
                .hits();
        if (!others.isEmpty()) {
            elasticsearch.bulk(bulk -> {
                others.forEach(paper -> bulk.operations(operation ->
                        operation.delete(delete -> delete.index("papers").id(paper.id()))));
                return bulk.refresh(Refresh.True);
            });
        }
    }

    private static void compare(Report report) throws IOException {
        var kept = Report.kept();
        var softly = new SoftAssertions();
        softly.assertThat(kept.keySet()).as("kept classes").isEqualTo(report.kinds());
        for (String kind : report.kinds()) {
            Quality ours = report.ours(kind);
            Quality plain = report.plain(kind);
            softly.assertThat(ours.mrr()).as("%s: MRR, plain %s", kind, plain).isGreaterThanOrEqualTo(plain.mrr());
            softly.assertThat(ours.ndcg()).as("%s: nDCG, plain %s", kind, plain).isGreaterThanOrEqualTo(plain.ndcg());
            Quality before = kept.getOrDefault(kind, new Quality(0, 0));
            softly.assertThat(ours.mrr())
                    .as("%s: MRR, kept %s", kind, before)
                    .isGreaterThanOrEqualTo(before.mrr() - NOISE);
            softly.assertThat(ours.ndcg())
                    .as("%s: nDCG, kept %s", kind, before)
                    .isGreaterThanOrEqualTo(before.ndcg() - NOISE);
        }
        softly.assertAll();
    }

    @Test
    void theMeasuresAreThoseOfTheBooks() {
        Map<String, Integer> grades = new LinkedHashMap<>(Map.of("a", 2, "b", 1));
        assertThat(Quality.of(grades, List.of("a", "b"))).isEqualTo(new Quality(1, 1));
        assertThat(Quality.of(grades, List.of("x", "a", "b")).mrr()).isEqualTo(0.5);
        assertThat(Quality.of(grades, List.of("b", "a")).ndcg())
                .isCloseTo((1 + 3 / 1.58496) / (3 + 1 / 1.58496), within(0.0001));
        assertThat(Quality.of(grades, new ArrayList<>())).isEqualTo(new Quality(0, 0));
    }
}
