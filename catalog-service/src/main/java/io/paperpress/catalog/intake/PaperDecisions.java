package io.paperpress.catalog.intake;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.identity.PaperMatcher;
import io.paperpress.catalog.identity.Recogniser;
import io.paperpress.catalog.lookup.Lookups;
import io.paperpress.catalog.moderation.Moderation;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Validation;
import io.paperpress.catalog.store.DistinctPapers;
import io.paperpress.catalog.store.Findings;
import io.paperpress.catalog.store.Likenesses;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.Reviews;
import io.paperpress.catalog.store.Reviews.Waiting;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Decides on submitted papers: reads what they may be, decides in memory, writes what became of them. */
@Component
class PaperDecisions {

    private final Papers papers;
    private final Likenesses likenesses;
    private final DistinctPapers distinct;
    private final Findings findings;
    private final Lookups lookups;
    private final Reviews reviews;
    private final Moderation moderation;
    private final Vocabularies vocabularies;
    private final Catalogue catalogue;
    private final Validation validation;
    private final Clock clock;

    PaperDecisions(
            Papers papers,
            Likenesses likenesses,
            DistinctPapers distinct,
            Findings findings,
            Lookups lookups,
            Reviews reviews,
            Moderation moderation,
            Vocabularies vocabularies,
            Catalogue catalogue,
            Validation validation,
            Clock clock) {
        this.papers = papers;
        this.likenesses = likenesses;
        this.distinct = distinct;
        this.findings = findings;
        this.lookups = lookups;
        this.reviews = reviews;
        this.moderation = moderation;
        this.vocabularies = vocabularies;
        this.catalogue = catalogue;
        this.validation = validation;
        this.clock = clock;
    }

    /** By the policy: some are decided at once, others wait for a maintainer. */
    Decisions decide(List<PaperSubmitted> submissions) {
        return decide(submissions, moderation.waiting(submissions));
    }

    /** What a maintainer approved is decided like any other now. */
    Decisions decideNow(List<PaperSubmitted> submissions) {
        return decide(submissions, _ -> false);
    }

    private Decisions decide(List<PaperSubmitted> submissions, Predicate<? super PaperSubmitted> waits) {
        if (submissions.isEmpty()) {
            return new Decisions(List.of(), List.of());
        }
        List<Paper> known = papers.under(keys(submissions));
        var desk = desk(known);
        var decided = new ArrayList<SubmissionDecided>();
        var waiting = new ArrayList<Waiting>();
        for (PaperSubmitted submission : submissions) {
            if (!waits.test(submission)) {
                decided.add(desk.decide(submission));
                continue;
            }
            var decision = desk.waiting(submission, desk.consider(submission));
            if (decision.decision() == Decision.IN_REVIEW) {
                waiting.add(new Waiting(submission, decision.paperId()));
            }
            decided.add(decision);
        }
        save(desk, known, new Inspection(vocabularies.current()));
        reviews.open(waiting);
        var changes = desk.changed().stream()
                .map(paper -> new OutgoingEvent(Topics.PAPERS, paper.id(), paper.told()))
                .toList();
        return new Decisions(decided, changes);
    }

    /** A desk that decides by what is known at this moment; nothing is locked, and what it decides is kept nowhere. */
    Desk rehearse(List<PaperSubmitted> submissions) {
        return desk(papers.seenUnder(keys(submissions)));
    }

    private Desk desk(List<Paper> known) {
        var vocabulary = vocabularies.current();
        return new Desk(
                known,
                new Recogniser(new PaperMatcher(vocabulary), likenesses.current()),
                distinct.all(),
                catalogue,
                validation,
                new Inspection(vocabulary),
                clock);
    }

    Inspection inspection() {
        return new Inspection(vocabularies.current());
    }

    /** Which of them would wait for a maintainer. */
    Predicate<SubmissionEvent> waiting(List<? extends SubmissionEvent> submissions) {
        return moderation.waiting(submissions);
    }

    private static Set<String> keys(List<PaperSubmitted> submissions) {
        Set<String> keys = new HashSet<>();
        submissions.forEach(submission -> keys.addAll(IdentityKeys.of(submission.paper())));
        return keys;
    }

    private void save(Desk desk, List<Paper> known, Inspection inspection) {
        papers.save(desk.revisions(), known);
        var knownIds = known.stream().map(Paper::id).toList();
        findings.settleAboutPapers(desk.changed().stream()
                .map(Paper::id)
                .filter(knownIds::contains)
                .toList());
        var found = new ArrayList<>(desk.doubts());
        desk.changed().forEach(paper -> found.addAll(inspection.findings(paper)));
        findings.add(found);
        lookups.request(desk.changed().stream()
                .filter(paper -> paper.revision() == 1 && paper.claims().untitled())
                .map(paper -> paper.claims().shown())
                .toList());
    }
}
