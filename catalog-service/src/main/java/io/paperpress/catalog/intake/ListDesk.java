package io.paperpress.catalog.intake;

import io.paperpress.catalog.list.ListInspection;
import io.paperpress.catalog.list.ReadingList;
import io.paperpress.catalog.list.Successors;
import io.paperpress.catalog.paper.Action;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.SubmissionDecided;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lists that a batch touches, as they become while it is decided; however much happens, one revision each. */
final class ListDesk {

    static final Remark OUTDATED =
            new Remark(null, "A newer submission of this list was applied before all papers of this one were decided.");

    private final ListDesks catalogue;
    private final Map<String, ReadingList> now = new HashMap<>();
    /** Who changed a list last, for those that changed. */
    private final Map<String, String> submitters = new TreeMap<>();

    private final Set<String> pages = new HashSet<>();

    ListDesk(ListDesks catalogue, List<ReadingList> lists) {
        this.catalogue = catalogue;
        lists.forEach(list -> now.put(list.slug(), list));
    }

    /** Puts the papers of submissions that name a place for them there. */
    void place(List<PaperSubmitted> submissions, List<SubmissionDecided> decided) {
        var paperIds = paperIds(decided);
        var shown = catalogue.papers.shown(submissions.stream()
                .flatMap(submission -> paperIds.getOrDefault(submission.submissionId(), Optional.empty()).stream())
                .collect(Collectors.toSet()));
        var successors =
                submissions.isEmpty() ? Successors.NONE : catalogue.successors(now.values(), paperIds.values());
        for (PaperSubmitted submission : submissions) {
            paperIds.getOrDefault(submission.submissionId(), Optional.empty())
                    .ifPresent(id -> place(submission, id, Objects.requireNonNull(shown.get(id)), successors));
        }
    }

    private void place(PaperSubmitted submission, String paperId, PaperFields shown, Successors successors) {
        for (Placement placement : submission.placements()) {
            var list = list(placement);
            var placed = list.placing(paperId, shown, placement, submission.submissionId(), successors);
            if (!placed.equals(list)) {
                put(placed, submission.submitter());
            }
        }
    }

    private ReadingList list(Placement placement) {
        return now.getOrDefault(placement.list(), ReadingList.named(placement.list()));
    }

    private void put(ReadingList list, String submitter) {
        now.put(list.slug(), list);
        submitters.put(list.slug(), submitter);
    }

    /** @param ready pages of which every paper is decided, oldest first */
    List<SubmissionDecided> apply(List<ListSubmitted> ready, List<SubmissionDecided> decidedHere) {
        Set<String> awaited = new HashSet<>();
        ready.forEach(page -> awaited.addAll(ListDecisions.submissions(page)));
        var paperIds = catalogue.outcomes.papers(awaited);
        paperIds.putAll(paperIds(decidedHere));
        var decided = new ArrayList<SubmissionDecided>();
        for (ListSubmitted page : ready) {
            decided.add(apply(page, paperIds));
            catalogue
                    .pending
                    .olderThan(page.slug(), page.submittedAt())
                    .forEach(older -> decided.add(refusal(older, List.of(OUTDATED), catalogue.now())));
        }
        return decided;
    }

    private SubmissionDecided apply(ListSubmitted page, Map<String, Optional<String>> paperIds) {
        var current = now.getOrDefault(page.slug(), ReadingList.named(page.slug()));
        var successors = catalogue.successors(List.of(current), paperIds.values());
        var replaced = replaced(current, page, paperIds, successors);
        var verdict = verdict(page, now.get(page.slug()), replaced, successors);
        if (verdict.isEmpty()) {
            return refusal(page, List.of(OUTDATED), catalogue.now());
        }
        if (verdict.get() == Decision.DUPLICATE) {
            catalogue.lists.submittedAgain(page.slug(), page.submittedAt());
        } else {
            put(replaced, page.submitter());
            pages.add(page.slug());
        }
        return decision(page, verdict.get(), current);
    }

    static ReadingList replaced(
            ReadingList current, ListSubmitted page, Map<String, Optional<String>> paperIds, Successors successors) {
        return current.replacedBy(page, item -> resolved(item, paperIds), successors);
    }

    /** Empty where a newer page of the list was applied already. */
    static Optional<Decision> verdict(
            ListSubmitted page, @Nullable ReadingList known, ReadingList replaced, Successors successors) {
        if (known == null) {
            return Optional.of(Decision.ACCEPTED);
        }
        if (known.submittedAt() != null && page.submittedAt().isBefore(known.submittedAt())) {
            return Optional.empty();
        }
        return Optional.of(replaced.saysTheSameAs(known, successors) ? Decision.DUPLICATE : Decision.UPDATED);
    }

    private static ListItem resolved(ListItem item, Map<String, Optional<String>> paperIds) {
        String paperId = item.submissionId() == null
                ? item.paperId()
                : paperIds.getOrDefault(item.submissionId(), Optional.empty()).orElse(null);
        return new ListItem(item.submissionId(), paperId, item.citation(), item.link());
    }

    /** Keeps what changed. */
    List<OutgoingEvent> save() {
        var told = new ArrayList<OutgoingEvent>();
        submitters.forEach((slug, submitter) -> {
            var revised = Objects.requireNonNull(now.get(slug)).revised(catalogue.now());
            var successors = catalogue.papers.successors(revised.paperIds());
            catalogue.lists.save(revised, successors, submitter, Action.SUBMISSION, null);
            told.add(new OutgoingEvent(Topics.LISTS, slug, revised.catalogued(successors)));
            if (pages.contains(slug)) {
                inspect(revised.now(successors));
            }
        });
        return told;
    }

    private void inspect(ReadingList list) {
        catalogue.findings.settleAboutList(list.slug());
        catalogue.findings.add(ListInspection.findings(list, catalogue.papers.shown(list.paperIds())));
    }

    static Map<String, Optional<String>> paperIds(List<SubmissionDecided> decided) {
        return decided.stream()
                .collect(Collectors.toMap(
                        SubmissionDecided::submissionId, decision -> Optional.ofNullable(decision.paperId())));
    }

    private SubmissionDecided decision(ListSubmitted page, Decision decision, ReadingList base) {
        return new SubmissionDecided(
                page.submissionId(),
                decision,
                catalogue.now(),
                null,
                page.slug(),
                submitters.containsKey(page.slug()) ? base.revision() + 1 : base.revision(),
                List.of(),
                List.of(),
                List.of());
    }

    static SubmissionDecided waiting(ListSubmitted page, Instant at) {
        return new SubmissionDecided(
                page.submissionId(), Decision.IN_REVIEW, at, null, page.slug(), 0, List.of(), List.of(), List.of());
    }

    static SubmissionDecided refusal(ListSubmitted page, List<Remark> problems, Instant at) {
        return new SubmissionDecided(
                page.submissionId(), Decision.REJECTED, at, null, page.slug(), 0, List.of(), problems, List.of());
    }
}
