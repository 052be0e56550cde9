package io.paperpress.render.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.render.publish.SiteState;
import io.paperpress.render.publish.SiteState.KnownPaper;
import io.paperpress.render.publish.SiteState.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says where the site stands. */
@RestController
class SiteController {

    private static final int MOST = 1000;

    private final SiteState site;

    SiteController(SiteState site) {
        this.site = site;
    }

    @GetMapping("/api/site")
    Standing site() {
        return site.standing();
    }

    /** Ids and revisions of the papers on the site, for comparing it with the catalogue. */
    @GetMapping("/api/site/papers")
    KnownPapers papers(@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "1000") int size) {
        int limit = Math.clamp(size, 1, MOST);
        List<KnownPaper> papers = site.papers(after, limit);
        return new KnownPapers(
                papers, papers.size() < limit ? null : papers.getLast().paperId());
    }

    /** @param after what to ask for the next page with; absent on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KnownPapers(List<KnownPaper> papers, @Nullable String after) {}
}
