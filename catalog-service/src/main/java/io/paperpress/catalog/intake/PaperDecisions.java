package io.paperpress.catalog.intake;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.identity.PaperMatcher;
import io.paperpress.catalog.identity.Recogniser;
import io.paperpress.catalog.lookup.Lookups;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Validation;
import io.paperpress.catalog.store.DistinctPapers;
import io.paperpress.catalog.store.Findings;
import io.paperpress.catalog.store.Likenesses;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides on submitted papers: reads what they may be, decides in memory, writes what became of them. */
@Component
class PaperDecisions {

    private final Papers papers;
    private final Likenesses likenesses;
    private final DistinctPapers distinct;
    private final Findings findings;
    private final Lookups lookups;
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
            Vocabularies vocabularies,
            Catalogue catalogue,
            Validation validation,
            Clock clock) {
        this.papers = papers;
        this.likenesses = likenesses;
        this.distinct = distinct;
        this.findings = findings;
        this.lookups = lookups;
        this.vocabularies = vocabularies;
        this.catalogue = catalogue;
        this.validation = validation;
        this.clock = clock;
    }

    Decisions decide(List<PaperSubmitted> submissions) {
        if (submissions.isEmpty()) {
            return new Decisions(List.of(), List.of());
        }
        List<Paper> known = papers.under(keys(submissions));
        var desk = desk(known);
        var decided = submissions.stream().map(desk::decide).toList();
        save(desk, known, new Inspection(vocabularies.current()));
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
        var found = new java.util.ArrayList<>(desk.doubts());
        desk.changed().forEach(paper -> found.addAll(inspection.findings(paper)));
        findings.add(found);
        lookups.request(desk.changed().stream()
                .filter(paper -> paper.revision() == 1 && paper.claims().untitled())
                .map(paper -> paper.claims().shown())
                .toList());
    }
}
