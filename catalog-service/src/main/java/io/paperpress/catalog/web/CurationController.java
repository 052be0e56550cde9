package io.paperpress.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.catalog.store.CatalogueReader.KeptFinding;
import io.paperpress.common.web.ProblemException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a curator's eye. */
@RestController
class CurationController {

    /** @param after cursor of the next page, absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingsPage(
            List<FindingView> findings, @Nullable String after) {}

    /** One open finding. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            String kind,
            @Nullable String paperId,
            @Nullable String otherPaperId,
            @Nullable String list,
            String submissionId,
            @Nullable String pointer,
            String message,
            Instant foundAt) {

        static FindingView of(KeptFinding finding) {
            return new FindingView(
                    finding.kind(),
                    finding.paperId(),
                    finding.otherPaperId(),
                    finding.list(),
                    finding.submissionId(),
                    finding.pointer(),
                    finding.message(),
                    finding.foundAt());
        }
    }

    private final CatalogueReader catalogue;

    CurationController(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/curation")
    FindingsPage findings(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int size) {
        var more = catalogue.findings(number(Page.after(after)), Page.size(size) + 1, kind);
        return new FindingsPage(
                more.stream().limit(size).map(FindingView::of).toList(),
                Page.next(more, size, finding -> Long.toString(finding.id())));
    }

    private static long number(String last) {
        try {
            return last.isEmpty() ? 0 : Long.parseLong(last);
        } catch (NumberFormatException foreign) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "Bad Request",
                    "after must be a cursor as this address gave it.");
        }
    }
}
