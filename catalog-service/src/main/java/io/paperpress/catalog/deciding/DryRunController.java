package io.paperpress.catalog.deciding;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.intake.Rehearsal;
import io.paperpress.catalog.intake.Rehearsal.Rehearsed;
import io.paperpress.catalog.paper.Repair;
import io.paperpress.catalog.web.FieldChange;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers ingest-service what would become of submissions; not a route of the public origin. */
@RestController
class DryRunController {

    private static final int MOST = 500;

    /** Submissions as they would be told, of one call and in its order. */
    record Question(
            @Nullable List<PaperSubmitted> papers,
            @Nullable List<ListSubmitted> lists,
            @Nullable List<RevisionSubmitted> revisions) {

        int size() {
            return orEmpty(papers).size()
                    + orEmpty(lists).size()
                    + orEmpty(revisions).size();
        }
    }

    record Answer(List<Outlook> outlooks) {}

    /**
     * What would become of one of them.
     *
     * @param sameAs the earlier submission of the call that would bring its paper in
     * @param revision of the paper or list afterwards, 0 where it is not listed yet
     * @param notShown values that would be kept, while another source's is shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Outlook(
            String submissionId,
            Decision decision,
            @Nullable String paperId,
            @Nullable String sameAs,
            @Nullable String list,
            long revision,
            List<Remark> warnings,
            List<Remark> problems,
            List<PossibleDuplicate> duplicatesOf,
            List<FieldChange> changes,
            List<FieldChange.Claimed> notShown) {

        static Outlook of(Rehearsed rehearsed, @Nullable PaperSubmitted submission) {
            var decision = rehearsed.decision();
            var after = rehearsed.after();
            return new Outlook(
                    decision.submissionId(),
                    decision.decision(),
                    decision.paperId(),
                    rehearsed.sameAs(),
                    decision.slug(),
                    decision.revision(),
                    decision.warnings(),
                    decision.problems(),
                    decision.duplicatesOf(),
                    after == null ? List.of() : FieldChange.between(rehearsed.before(), after),
                    after == null || submission == null || decision.decision() != Decision.UPDATED
                            ? List.of()
                            : FieldChange.notShown(Repair.of(submission.paper()).fields(), after));
        }
    }

    private final Rehearsal rehearsal;

    DryRunController(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    @PostMapping("/internal/dry-run")
    @PreAuthorize("hasRole('contributor')")
    Answer rehearse(@RequestBody Question question) {
        if (question.size() > MOST) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "Bad Request",
                    "At most %d submissions are tried at once.".formatted(MOST));
        }
        var papers = orEmpty(question.papers());
        var rehearsed = rehearsal.of(papers, orEmpty(question.lists()));
        var outlooks = new ArrayList<Outlook>();
        for (int i = 0; i < rehearsed.size(); i++) {
            outlooks.add(Outlook.of(rehearsed.get(i), i < papers.size() ? papers.get(i) : null));
        }
        rehearsal.ofProposals(orEmpty(question.revisions())).forEach(one -> outlooks.add(Outlook.of(one, null)));
        return new Answer(outlooks);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
