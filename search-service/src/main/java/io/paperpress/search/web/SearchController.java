package io.paperpress.search.web;

import io.paperpress.search.query.ForeignCursor;
import io.paperpress.search.query.PaperSearch;
import io.paperpress.search.query.SearchResult;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search for everybody, from any page in the world. */
@RestController
@CrossOrigin(origins = "*", methods = RequestMethod.GET)
class SearchController {

    private final PaperSearch papers;

    SearchController(PaperSearch papers) {
        this.papers = papers;
    }

    @GetMapping("/api/search")
    SearchResult search(@RequestParam MultiValueMap<String, String> parameters) {
        var search = SearchParameters.read(parameters);
        try {
            return papers.search(search);
        } catch (ForeignCursor foreign) {
            throw SearchParameters.problem(List.of(SearchParameters.fault(
                    "after", "after must be the cursor that the page before gave, for the same search.")));
        }
    }
}
