package io.paperpress.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.common.events.Link;
import io.paperpress.search.elasticsearch.PaperView;
import io.paperpress.search.elasticsearch.PaperView.LinkView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A paper that was found.
 *
 * @param url where the paper itself is to be read, absent where no link says so
 * @param page its page here
 * @param score absent where hits are not sorted by it
 * @param highlights HTML-safe parts of its fields, found words in {@code <em>}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Hit(
        String paperId,
        long revision,
        String title,
        @Nullable String shortName,
        List<String> authors,
        List<String> institutions,
        @Nullable String venue,
        @Nullable Integer year,
        List<String> keywords,
        @Nullable String url,
        String page,
        List<LinkView> links,
        @Nullable Double score,
        Map<String, List<String>> highlights) {

    static Hit of(PaperView paper, @Nullable Double score, Map<String, List<String>> highlights) {
        return new Hit(
                paper.paperId(),
                paper.revision(),
                paper.title(),
                paper.shortName(),
                paper.authors(),
                paper.institutions(),
                paper.venue(),
                paper.year(),
                paper.keywords(),
                url(paper),
                page(paper.paperId()),
                paper.links(),
                score,
                highlights);
    }

    static String page(String paperId) {
        return "/papers/" + paperId + "/";
    }

    static @Nullable String url(PaperView paper) {
        return paper.links().stream()
                .filter(link -> link.rel().equals(Link.PAPER) && !link.url().isBlank())
                .map(LinkView::url)
                .findFirst()
                .orElse(null);
    }
}
