package io.paperpress.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.testing.EfficientPaperPages;
import io.paperpress.common.testing.EfficientPaperTree;
import io.paperpress.common.testing.EfficientPaperTree.Listed;
import io.paperpress.render.samples.EfficientPapers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An imported tree comes out as its five grouping pages and the list of its README, byte for byte. */
class EfficientPaperTreeIT extends WithRenderService {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");

    @Test
    void allPagesOfATreeComeOutByTheRules() throws Exception {
        var papers = EfficientPaperTree.ofTheSample().papers();
        var events = new ArrayList<PaperEvent>();
        for (var paper : papers) {
            events.add(EfficientPapers.catalogued("t%011d".formatted(events.size()), 1, fields(paper), AT));
        }
        tell(events.toArray(PaperEvent[]::new));
        settled();

        for (var page : EfficientPaperPages.of(papers).entrySet()) {
            String published = get("/markdown/" + page.getKey()).body();
            assertThat(published).describedAs(page.getKey()).endsWith(page.getValue());
            assertThat(published.length() == page.getValue().length())
                    .isNotEqualTo(page.getKey().equals("README.md"));
        }
    }

    private static PaperFields fields(Listed paper) {
        var links = new ArrayList<Link>();
        links.add(new Link(Link.PAPER, null, paper.url()));
        links.add(new Link(Link.CODE, paper.codeType(), paper.code()));
        links.add(new Link(Link.NOTE, null, paper.note()));
        links.removeIf(link -> link.url().isEmpty());
        return new PaperFields(
                paper.title(),
                paper.shortName(),
                paper.authors().stream().map(Author::named).toList(),
                paper.institutions(),
                paper.venue(),
                paper.year() == 0 ? null : paper.year(),
                null,
                List.of(),
                links,
                paper.keywords(),
                paper.cover(),
                List.of(),
                null,
                paper.path());
    }
}
