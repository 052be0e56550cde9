package io.paperpress.search.web;

import io.paperpress.common.web.ProblemException;
import io.paperpress.search.query.Hit;
import io.paperpress.search.query.PaperSuggest;
import io.paperpress.search.query.SimilarPapers;
import io.paperpress.search.query.Suggestion;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding without a search: completions while one types, and papers like one. */
@RestController
@CrossOrigin(origins = "*", methods = RequestMethod.GET)
class DiscoveryController {

    private static final int MOST = 10;

    /** Completions, the likeliest first. */
    record Suggestions(List<Suggestion> suggestions) {}

    /** Papers, the likest first. */
    record Similar(List<Hit> hits) {}

    private final PaperSuggest suggest;
    private final SimilarPapers similar;

    DiscoveryController(PaperSuggest suggest, SimilarPapers similar) {
        this.suggest = suggest;
        this.similar = similar;
    }

    @GetMapping("/api/suggest")
    Suggestions suggest(@RequestParam(name = "q", defaultValue = "") String typed) {
        return new Suggestions(suggest.suggest(typed));
    }

    @GetMapping("/api/papers/{paperId}/similar")
    Similar similar(@PathVariable String paperId) {
        return similar.of(paperId, MOST)
                .map(Similar::new)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "paper-not-found",
                        "Paper not found",
                        "No paper with that id can be found by search."));
    }
}
