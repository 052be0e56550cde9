package io.paperpress.catalog.intake;

import io.paperpress.catalog.identity.DistinctPairs;
import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.identity.Recogniser;
import io.paperpress.catalog.identity.Recognition;
import io.paperpress.catalog.identity.Recognition.Match.New;
import io.paperpress.catalog.identity.Recognition.Match.NewVersionOf;
import io.paperpress.catalog.identity.Recognition.Match.Same;
import io.paperpress.catalog.paper.Catalogue;
import io.paperpress.catalog.paper.Catalogue.Outcome;
import io.paperpress.catalog.paper.Finding;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Validation;
import io.paperpress.catalog.store.PaperRevision;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.SubmissionDecided;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The papers that a batch may be of, as they become while one submission after another is decided. */
final class Desk {

    private final Recogniser recogniser;
    private final DistinctPairs distinct;
    private final Catalogue catalogue;
    private final Validation validation;
    private final Inspection inspection;
    private final Clock clock;
    private final Map<String, Paper> papers = new HashMap<>();
    private final Map<String, Set<String>> idsByKey = new HashMap<>();
    private final Map<String, Paper> changed = new LinkedHashMap<>();
    private final List<PaperRevision> revisions = new ArrayList<>();
    private final List<Finding> doubts = new ArrayList<>();

    Desk(
            Collection<Paper> known,
            Recogniser recogniser,
            DistinctPairs distinct,
            Catalogue catalogue,
            Validation validation,
            Inspection inspection,
            Clock clock) {
        this.recogniser = recogniser;
        this.distinct = distinct;
        this.catalogue = catalogue;
        this.validation = validation;
        this.inspection = inspection;
        this.clock = clock;
        known.forEach(this::put);
    }

    /** New states in the order in which they came about. */
    List<PaperRevision> revisions() {
        return revisions;
    }

    /** Papers that changed, at their newest. */
    Collection<Paper> changed() {
        return changed.values();
    }

    /** The papers as they stand now, by id. */
    Map<String, Paper> papers() {
        return papers;
    }

    /** Papers kept apart that may be one. */
    List<Finding> doubts() {
        return doubts;
    }

    SubmissionDecided decide(PaperSubmitted submission) {
        var verdict = consider(submission);
        if (verdict.linked() != null) {
            revise(verdict.linked(), submission);
        }
        if (verdict.outcome() != null && verdict.outcome().decision() != Decision.DUPLICATE) {
            revise(verdict.outcome().paper(), submission);
        }
        doubts.addAll(verdict.doubts());
        return verdict.decision();
    }

    /**
     * What deciding on a submission would come to.
     *
     * @param outcome the paper afterwards; {@code null} where it is refused
     * @param linked the paper that a version is found of, afterwards
     */
    record Verdict(
            SubmissionDecided decision,
            @Nullable Outcome outcome,
            @Nullable Paper linked,
            List<Finding> doubts) {}

    /** Changes nothing here. */
    Verdict consider(PaperSubmitted submission) {
        var problems = validation.problems(submission);
        if (!problems.isEmpty()) {
            return refused(submission, problems);
        }
        var candidates = candidates(submission);
        var recognition = recogniser.recognise(
                submission, candidates.stream().filter(Paper::isListed).toList());
        if (recognition.match() instanceof New) {
            var withdrawn = withdrawn(submission, candidates);
            if (withdrawn.isPresent()) {
                return refused(submission, List.of(Unlisted.remark(withdrawn.get())));
            }
        }
        return switch (recognition.match()) {
            case Same same ->
                accepted(submission, recognition, catalogue.add(same.paper(), submission), null, known(same));
            case NewVersionOf version -> {
                var outcome =
                        catalogue.create(submission, List.of(version.paper().id()));
                var linked = catalogue.linkVersion(version.paper(), outcome.paper());
                yield accepted(submission, recognition, outcome, linked, Stream.empty());
            }
            case New _ when !catalogue.canList(submission.paper()) -> refused(submission, List.of(untitled()));
            case New _ ->
                accepted(submission, recognition, catalogue.create(submission, List.of()), null, Stream.empty());
        };
    }

    /** The paper that was taken out, where the submission would bring it back. */
    private Optional<Paper> withdrawn(PaperSubmitted submission, List<Paper> candidates) {
        var withdrawn = candidates.stream().filter(paper -> !paper.isListed()).toList();
        if (withdrawn.isEmpty()) {
            return Optional.empty();
        }
        return switch (recogniser.match(submission, withdrawn)) {
            case Same same -> Optional.of(same.paper());
            case NewVersionOf version -> Optional.of(version.paper());
            case New _ -> Optional.empty();
        };
    }

    private static Remark untitled() {
        return new Remark(
                "/title",
                "A title is needed: no paper with this identifier is listed, and titles are not looked up elsewhere.");
    }

    private List<Paper> candidates(PaperSubmitted submission) {
        var ids = new LinkedHashSet<String>();
        IdentityKeys.of(submission.paper()).forEach(key -> ids.addAll(idsByKey.getOrDefault(key, Set.of())));
        return ids.stream()
                .map(id -> java.util.Objects.requireNonNull(papers.get(id)))
                .toList();
    }

    private Verdict accepted(
            PaperSubmitted submission,
            Recognition recognition,
            Outcome outcome,
            @Nullable Paper linked,
            Stream<PossibleDuplicate> known) {
        var paper = outcome.paper();
        var open = recognition.doubts().stream()
                .filter(doubt -> doubt.kind() != Finding.Kind.POSSIBLE_DUPLICATE
                        || !distinct.contains(paper.id(), doubt.paperId()))
                .toList();
        var findings = open.stream()
                .map(doubt -> Finding.ofPair(
                        doubt.kind(),
                        paper.id(),
                        doubt.paperId(),
                        submission.submissionId(),
                        String.join(" ", doubt.reasons()),
                        doubt.score()))
                .toList();
        var doubted =
                open.stream().map(doubt -> new PossibleDuplicate(doubt.paperId(), doubt.score(), doubt.reasons()));
        var decision = new SubmissionDecided(
                submission.submissionId(),
                outcome.decision(),
                clock.instant(),
                paper.id(),
                null,
                paper.revision(),
                inspection.warnings(submission),
                List.of(),
                Stream.concat(known, doubted).toList());
        return new Verdict(decision, outcome, linked, findings);
    }

    private static Stream<PossibleDuplicate> known(Same same) {
        return Stream.of(new PossibleDuplicate(same.paper().id(), 1, same.reasons()));
    }

    private Verdict refused(PaperSubmitted submission, List<Remark> problems) {
        var decision = new SubmissionDecided(
                submission.submissionId(),
                Decision.REJECTED,
                clock.instant(),
                null,
                null,
                0,
                List.of(),
                problems,
                List.of());
        return new Verdict(decision, null, null, List.of());
    }

    /**
     * What is told of a submission that waits for a maintainer: nothing changes, and no paper is listed for it. One that
     * says nothing new has nothing to wait for, nor has one that is refused.
     */
    SubmissionDecided waiting(PaperSubmitted submission, Verdict verdict) {
        var decision = verdict.decision();
        boolean changesNothing = decision.decision() == Decision.DUPLICATE
                && submission.placements().isEmpty();
        if (changesNothing || decision.decision() == Decision.REJECTED) {
            return decision;
        }
        boolean listed = papers.containsKey(String.valueOf(decision.paperId()));
        return new SubmissionDecided(
                decision.submissionId(),
                Decision.IN_REVIEW,
                decision.decidedAt(),
                listed ? decision.paperId() : null,
                null,
                0,
                decision.warnings(),
                List.of(),
                decision.duplicatesOf());
    }

    private void revise(Paper paper, PaperSubmitted submission) {
        revisions.add(new PaperRevision(paper, submission.submitter()));
        changed.put(paper.id(), paper);
        recogniser.learn(paper);
        put(paper);
    }

    private void put(Paper paper) {
        papers.put(paper.id(), paper);
        IdentityKeys.of(paper)
                .forEach(key -> idsByKey.computeIfAbsent(key, _ -> new LinkedHashSet<>())
                        .add(paper.id()));
    }
}
