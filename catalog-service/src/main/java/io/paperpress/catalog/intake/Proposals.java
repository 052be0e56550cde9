package io.paperpress.catalog.intake;

import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Validation;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.Reviews;
import io.paperpress.catalog.store.Reviews.Waiting;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionDecided;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Receives proposals for listed papers: what is in order, and not said already, waits for a maintainer. */
@Component
class Proposals {

    private final Papers papers;
    private final Reviews reviews;
    private final Vocabularies vocabularies;
    private final Validation validation;
    private final Clock clock;

    Proposals(Papers papers, Reviews reviews, Vocabularies vocabularies, Validation validation, Clock clock) {
        this.papers = papers;
        this.reviews = reviews;
        this.vocabularies = vocabularies;
        this.validation = validation;
        this.clock = clock;
    }

    List<SubmissionDecided> receive(List<RevisionSubmitted> proposals) {
        if (proposals.isEmpty()) {
            return List.of();
        }
        var decided = decide(proposals);
        Set<String> waiting = decided.stream()
                .filter(decision -> decision.decision() == Decision.IN_REVIEW)
                .map(SubmissionDecided::submissionId)
                .collect(Collectors.toCollection(HashSet::new));
        reviews.open(proposals.stream()
                .filter(proposal -> waiting.contains(proposal.submissionId()))
                .map(proposal -> new Waiting(proposal, proposal.paperId()))
                .toList());
        return decided;
    }

    /** What would become of them; keeps nothing. */
    List<SubmissionDecided> decide(List<RevisionSubmitted> proposals) {
        var named =
                proposals.stream().map(RevisionSubmitted::paperId).distinct().toList();
        var successors = papers.successors(named);
        Map<String, Paper> known =
                papers
                        .seen(named.stream()
                                .map(id -> Objects.requireNonNullElse(successors.of(id), id))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Paper::id, paper -> paper));
        var inspection = new Inspection(vocabularies.current());
        var decided = new ArrayList<SubmissionDecided>();
        for (RevisionSubmitted proposal : proposals) {
            String id = Objects.requireNonNullElse(successors.of(proposal.paperId()), proposal.paperId());
            decided.add(decide(proposal, known.get(id), inspection));
        }
        return decided;
    }

    private SubmissionDecided decide(RevisionSubmitted proposal, @Nullable Paper paper, Inspection inspection) {
        if (paper == null) {
            return decided(proposal, Decision.REJECTED, null, List.of(), List.of(unknown(proposal.paperId())));
        }
        if (!paper.isListed()) {
            return decided(proposal, Decision.REJECTED, null, List.of(), List.of(Unlisted.remark(paper)));
        }
        var problems = validation.problems(proposal.paper());
        if (!problems.isEmpty()) {
            return decided(proposal, Decision.REJECTED, null, List.of(), problems);
        }
        var warnings = inspection.warnings(proposal.paper());
        return paper.claims().show(proposal.paper())
                ? decided(proposal, Decision.DUPLICATE, paper, warnings, List.of())
                : decided(proposal, Decision.IN_REVIEW, paper, warnings, List.of());
    }

    private static Remark unknown(String paperId) {
        boolean readable = paperId.matches("[0-9a-z]{1,50}");
        return new Remark("/paperId", readable ? "There is no paper " + paperId + "." : "There is no such paper.");
    }

    private SubmissionDecided decided(
            RevisionSubmitted proposal,
            Decision decision,
            @Nullable Paper paper,
            List<Remark> warnings,
            List<Remark> problems) {
        return new SubmissionDecided(
                proposal.submissionId(),
                decision,
                clock.instant(),
                paper == null ? null : paper.id(),
                null,
                paper == null ? 0 : paper.revision(),
                warnings,
                problems,
                List.of());
    }
}
