package io.paperpress.catalog.intake;

import io.paperpress.catalog.list.ListValidation;
import io.paperpress.catalog.list.ReadingList;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Finding;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.ReadingLists;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.events.SubmissionEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what would become of submissions at this moment: the code that decides on them decides, in memory, from what it
 * reads without a lock. Nothing is kept and nothing is told.
 */
@Component
public class Rehearsal {

    /**
     * What would become of one submission.
     *
     * @param decision its paper's id is one that is listed, or {@code null}
     * @param sameAs the earlier submission of the same call that would bring the paper in
     * @param before values shown of the paper so far; {@code null} where it is not listed
     * @param after values shown of it then; {@code null} where there is none
     */
    public record Rehearsed(
            SubmissionDecided decision,
            @Nullable String sameAs,
            @Nullable PaperFields before,
            @Nullable PaperFields after) {}

    private final PaperDecisions papers;
    private final ReadingLists lists;
    private final Proposals proposals;
    private final Papers listed;
    private final Catalogue catalogue;
    private final Clock clock;

    Rehearsal(
            PaperDecisions papers,
            ReadingLists lists,
            Proposals proposals,
            Papers listed,
            Catalogue catalogue,
            Clock clock) {
        this.papers = papers;
        this.lists = lists;
        this.proposals = proposals;
        this.listed = listed;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * @param submissions of one call, in order; a later one sees what an earlier one would have done
     * @param pages lists whose papers are among the submissions
     */
    public List<Rehearsed> of(List<PaperSubmitted> submissions, List<ListSubmitted> pages) {
        var desk = papers.rehearse(submissions);
        var run = new Run(desk, papers.waiting(submissions));
        var waiting = papers.waiting(pages);
        var rehearsed = new ArrayList<Rehearsed>();
        submissions.forEach(submission -> rehearsed.add(run.decide(submission)));
        for (ListSubmitted page : pages) {
            var decision = decide(page, ListDesk.paperIds(run.decided));
            boolean waits = waiting.test(page) && decision.decision() != Decision.REJECTED;
            rehearsed.add(new Rehearsed(waits ? ListDesk.waiting(page, clock.instant()) : decision, null, null, null));
        }
        return rehearsed;
    }

    /**
     * What approving a submission that waits would come to at this moment.
     *
     * @param before values shown of its paper now; {@code null} where it is not listed
     * @param after values shown of it then; {@code null} where it would be refused
     * @param findings what a curator would be told of the paper
     */
    public record Considered(
            SubmissionDecided decision,
            @Nullable PaperFields before,
            @Nullable PaperFields after,
            List<Finding> findings) {}

    /** Each by itself. */
    public List<Considered> ofWaiting(List<PaperSubmitted> submissions) {
        if (submissions.isEmpty()) {
            return List.of();
        }
        var desk = papers.rehearse(submissions);
        var inspection = papers.inspection();
        return submissions.stream()
                .map(submission -> considered(desk, desk.consider(submission), inspection))
                .toList();
    }

    private static Considered considered(Desk desk, Desk.Verdict verdict, Inspection inspection) {
        var before = desk.papers().get(String.valueOf(verdict.decision().paperId()));
        var outcome = verdict.outcome();
        return new Considered(
                verdict.decision(),
                before == null ? null : before.claims().shown(),
                outcome == null ? null : outcome.paper().claims().shown(),
                outcome == null
                        ? List.of()
                        : Stream.concat(inspection.findings(outcome.paper()).stream(), verdict.doubts().stream())
                                .toList());
    }

    /** For proposals, {@code after} is how the paper would be shown once they are approved, each by itself. */
    public List<Rehearsed> ofProposals(List<RevisionSubmitted> revisions) {
        var rehearsed = new ArrayList<Rehearsed>();
        var decided = proposals.decide(revisions);
        for (int i = 0; i < revisions.size(); i++) {
            rehearsed.add(approved(decided.get(i), revisions.get(i)));
        }
        return rehearsed;
    }

    private Rehearsed approved(SubmissionDecided decision, RevisionSubmitted revision) {
        return listed.seen(List.of(revision.paperId())).stream()
                .findFirst()
                .filter(_ -> decision.decision() == Decision.IN_REVIEW)
                .map(paper -> new Rehearsed(
                        decision,
                        null,
                        paper.claims().shown(),
                        catalogue.approve(paper, revision).paper().claims().shown()))
                .orElseGet(() -> new Rehearsed(decision, null, null, null));
    }

    private SubmissionDecided decide(ListSubmitted page, Map<String, Optional<String>> paperIds) {
        var problems = ListValidation.problems(page);
        if (!problems.isEmpty()) {
            return ListDesk.refusal(page, problems, clock.instant());
        }
        var known = lists.named(List.of(page.slug())).stream().findFirst().orElse(null);
        var current = known == null ? ReadingList.named(page.slug()) : known;
        var successors = ListDesks.successors(listed, List.of(current), paperIds.values());
        var replaced = ListDesk.replaced(current, page, paperIds, successors);
        return ListDesk.verdict(page, known, replaced, successors)
                .map(verdict -> new SubmissionDecided(
                        page.submissionId(),
                        verdict,
                        clock.instant(),
                        null,
                        page.slug(),
                        current.revision() + (verdict == Decision.DUPLICATE ? 0 : 1),
                        List.of(),
                        List.of(),
                        List.of()))
                .orElseGet(() -> ListDesk.refusal(page, List.of(ListDesk.OUTDATED), clock.instant()));
    }

    /** One call on its way over the desk. */
    private static final class Run {

        private final Desk desk;
        private final Predicate<SubmissionEvent> waiting;
        private final List<SubmissionDecided> decided = new ArrayList<>();
        private final Map<String, PaperFields> shown = new HashMap<>();
        /** Papers that are not listed, and the submission that would bring each in. */
        private final Map<String, String> created = new HashMap<>();

        Run(Desk desk, Predicate<SubmissionEvent> waiting) {
            this.desk = desk;
            this.waiting = waiting;
            desk.papers().forEach((id, paper) -> shown.put(id, paper.claims().shown()));
        }

        Rehearsed decide(PaperSubmitted submission) {
            if (waiting.test(submission)) {
                return considered(submission);
            }
            var decision = desk.decide(submission);
            decided.add(decision);
            String id = decision.paperId();
            if (id == null) {
                return new Rehearsed(decision, null, null, null);
            }
            var after = Objects.requireNonNull(desk.papers().get(id)).claims().shown();
            var before = shown.put(id, after);
            String maker = created.get(id);
            if (before == null) {
                created.put(id, decision.submissionId());
            }
            return new Rehearsed(ofListedPapers(decision), maker, before, after);
        }

        private Rehearsed considered(PaperSubmitted submission) {
            var verdict = desk.consider(submission);
            var decision = desk.waiting(submission, verdict);
            decided.add(decision);
            var before = desk.papers().get(String.valueOf(decision.paperId()));
            var outcome = verdict.outcome();
            return new Rehearsed(
                    decision,
                    created.get(String.valueOf(decision.paperId())),
                    before == null ? null : before.claims().shown(),
                    outcome == null ? null : outcome.paper().claims().shown());
        }

        /** Ids of papers that are not there would lead nowhere. */
        private SubmissionDecided ofListedPapers(SubmissionDecided decision) {
            boolean listed = !created.containsKey(Objects.requireNonNull(decision.paperId()));
            return new SubmissionDecided(
                    decision.submissionId(),
                    decision.decision(),
                    decision.decidedAt(),
                    listed ? decision.paperId() : null,
                    null,
                    listed ? decision.revision() : 0,
                    decision.warnings(),
                    decision.problems(),
                    decision.duplicatesOf().stream()
                            .filter(other -> !created.containsKey(other.paperId()))
                            .toList());
        }
    }
}
