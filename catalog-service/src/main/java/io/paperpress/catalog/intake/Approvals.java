package io.paperpress.catalog.intake;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.paper.Action;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Catalogue.Outcome;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.store.Findings;
import io.paperpress.catalog.store.Locks;
import io.paperpress.catalog.store.PaperRevision;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Takes over what somebody proposed for a listed paper, under the locks of the live flow. */
@Component
class Approvals {

    private final Papers papers;
    private final Locks locks;
    private final Findings findings;
    private final Vocabularies vocabularies;
    private final Catalogue catalogue;
    private final Clock clock;

    Approvals(
            Papers papers,
            Locks locks,
            Findings findings,
            Vocabularies vocabularies,
            Catalogue catalogue,
            Clock clock) {
        this.papers = papers;
        this.locks = locks;
        this.findings = findings;
        this.vocabularies = vocabularies;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Decisions apply(RevisionSubmitted proposal) {
        locks.take(IdentityKeys.of(proposal.paper()), List.of());
        var paper = papers.locked(listed(proposal.paperId()));
        if (!paper.isListed()) {
            throw new PaperNotListed(paper);
        }
        var outcome = catalogue.approve(paper, proposal);
        var inspection = new Inspection(vocabularies.current());
        var changed = outcome.decision() == Decision.UPDATED;
        if (changed) {
            save(paper, outcome, proposal.submitter(), inspection);
        }
        return new Decisions(
                List.of(decided(proposal, outcome, inspection)),
                changed
                        ? List.of(new OutgoingEvent(
                                Topics.PAPERS, paper.id(), outcome.paper().told()))
                        : List.of());
    }

    /** What was proposed of a paper that was merged since is its survivor's. */
    private String listed(String paperId) {
        return Objects.requireNonNullElse(papers.successors(List.of(paperId)).of(paperId), paperId);
    }

    private void save(Paper before, Outcome outcome, String submitter, Inspection inspection) {
        papers.save(List.of(new PaperRevision(outcome.paper(), submitter, Action.REVIEW, null)), List.of(before));
        findings.settleAboutPapers(List.of(before.id()));
        findings.add(inspection.findings(outcome.paper()));
    }

    private SubmissionDecided decided(RevisionSubmitted proposal, Outcome outcome, Inspection inspection) {
        return new SubmissionDecided(
                proposal.submissionId(),
                outcome.decision(),
                clock.instant(),
                proposal.paperId(),
                null,
                outcome.paper().revision(),
                inspection.warnings(proposal.paper()),
                List.of(),
                List.of());
    }
}
