package io.paperpress.catalog.curation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.curation.OpenFindings.KeptFinding;
import io.paperpress.catalog.paper.Conflict;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.PaperCatalogued;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A finding with what there is to look at and what can be done.
 *
 * @param pointer field of the paper that it is about, as JSON Pointer
 * @param score how alike two papers are, from 0 to 1
 * @param values what sources say of the field, where they disagree
 * @param evidence what it was found by, where that is neither
 * @param fixes calls that settle it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record FindingView(
        String id,
        String kind,
        String message,
        @Nullable String paperId,
        @Nullable String otherPaperId,
        @Nullable Brief paper,
        @Nullable Brief other,
        @Nullable String list,
        @Nullable String pointer,
        @Nullable Double score,
        List<Conflict.Said> values,
        @Nullable JsonNode evidence,
        String submissionId,
        Instant foundAt,
        @Nullable String dismissedBy,
        @Nullable Instant dismissedAt,
        @Nullable String dismissalReason,
        List<Fix> fixes) {

    /** A paper in brief. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Brief(
            String paperId,
            long revision,
            @Nullable String title,
            List<String> authors,
            @Nullable String venue,
            @Nullable Integer year,
            String page) {

        static Brief of(PaperCatalogued paper) {
            return new Brief(
                    paper.paperId(),
                    paper.revision(),
                    paper.paper().title(),
                    paper.paper().authors().stream().limit(5).map(Author::name).toList(),
                    paper.paper().venue(),
                    paper.paper().year(),
                    "/papers/" + paper.paperId() + "/");
        }
    }

    static FindingView of(KeptFinding finding, Map<String, PaperCatalogued> papers, Fixes fixes) {
        var paper = finding.paperId() == null ? null : papers.get(finding.paperId());
        var other = finding.otherPaperId() == null ? null : papers.get(finding.otherPaperId());
        return new FindingView(
                finding.id(),
                finding.kind(),
                finding.message(),
                finding.paperId(),
                finding.otherPaperId(),
                paper == null ? null : Brief.of(paper),
                other == null ? null : Brief.of(other),
                finding.list(),
                finding.pointer(),
                finding.score(),
                paper == null || !finding.kind().equals("conflicting-claims")
                        ? List.of()
                        : values(finding, paper, fixes),
                finding.evidence(),
                finding.submissionId(),
                finding.foundAt(),
                finding.dismissedBy(),
                finding.dismissedAt(),
                finding.dismissalReason(),
                finding.dismissedBy() == null ? fixes.of(finding) : List.of());
    }

    private static List<Conflict.Said> values(KeptFinding finding, PaperCatalogued paper, Fixes fixes) {
        return fixes.conflicts(paper).stream()
                .filter(conflict -> ("/" + conflict.field()).equals(finding.pointer()))
                .flatMap(conflict -> conflict.values().stream())
                .toList();
    }
}
