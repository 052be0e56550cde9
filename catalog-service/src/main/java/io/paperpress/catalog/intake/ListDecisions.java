package io.paperpress.catalog.intake;

import io.paperpress.catalog.list.ListValidation;
import io.paperpress.catalog.list.Tree;
import io.paperpress.catalog.moderation.Moderation;
import io.paperpress.catalog.store.Locks;
import io.paperpress.catalog.store.Outcomes;
import io.paperpress.catalog.store.PendingLists;
import io.paperpress.catalog.store.Reviews;
import io.paperpress.catalog.store.Reviews.Waiting;
import io.paperpress.common.events.Decision;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.SubmissionDecided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Decides on submitted lists: one waits until every paper on it is decided, whichever order they arrive in, and then
 * replaces the tree of its list.
 */
@Component
class ListDecisions {

    private final PendingLists pending;
    private final Outcomes outcomes;
    private final Locks locks;
    private final ListDesks desks;
    private final Reviews reviews;
    private final Moderation moderation;

    ListDecisions(
            PendingLists pending,
            Outcomes outcomes,
            Locks locks,
            ListDesks desks,
            Reviews reviews,
            Moderation moderation) {
        this.pending = pending;
        this.outcomes = outcomes;
        this.locks = locks;
        this.desks = desks;
        this.reviews = reviews;
        this.moderation = moderation;
    }

    /**
     * @param pages lists that arrived
     * @param papers papers that arrived with or before them, some with places on lists
     * @param decided what was decided on those papers
     */
    Decisions decide(List<ListSubmitted> pages, List<PaperSubmitted> papers, List<SubmissionDecided> decided) {
        var waits = moderation.waiting(pages);
        var waiting = new ArrayList<SubmissionDecided>();
        var atOnce = new ArrayList<ListSubmitted>();
        for (ListSubmitted page : pages) {
            if (waits.test(page) && ListValidation.problems(page).isEmpty()) {
                waiting.add(ListDesk.waiting(page, desks.now()));
                reviews.open(List.of(new Waiting(page, null)));
            } else {
                atOnce.add(page);
            }
        }
        return decideNow(atOnce, papers, decided).and(waiting);
    }

    /** The same, where nothing waits for a maintainer. */
    Decisions decideNow(List<ListSubmitted> pages, List<PaperSubmitted> submitted, List<SubmissionDecided> all) {
        var decided = all.stream()
                .filter(decision -> decision.decision() != Decision.IN_REVIEW)
                .toList();
        var ended = decided.stream().map(SubmissionDecided::submissionId).collect(Collectors.toSet());
        var papers = submitted.stream()
                .filter(paper -> ended.contains(paper.submissionId()))
                .toList();
        var refused = new ArrayList<SubmissionDecided>();
        var ready = new ArrayList<ListSubmitted>();
        var awaitedHere = decided.stream().map(SubmissionDecided::submissionId).collect(Collectors.toSet());
        if (!awaitedHere.isEmpty()) {
            ready.addAll(pending.readyAfter(awaitedHere));
        }
        for (ListSubmitted page : pages) {
            var problems = ListValidation.problems(page);
            if (!problems.isEmpty()) {
                refused.add(ListDesk.refusal(page, problems, desks.now()));
            } else if (isReady(page, awaitedHere)) {
                ready.add(page);
            }
        }
        var placed =
                papers.stream().filter(paper -> !paper.placements().isEmpty()).toList();
        if (ready.isEmpty() && placed.isEmpty()) {
            return new Decisions(refused, List.of());
        }
        ready.sort(Comparator.comparing(ListSubmitted::submittedAt).thenComparing(ListSubmitted::submissionId));
        lock(ready, placed);
        var desk = desks.open(slugs(ready, placed));
        desk.place(placed, decided);
        var applied = desk.apply(ready, decided);
        refused.addAll(applied);
        return new Decisions(refused, desk.save());
    }

    /** Whether all its papers are decided; if not, it is kept until they are. */
    private boolean isReady(ListSubmitted page, Set<String> decidedHere) {
        var awaited = submissions(page);
        awaited.removeAll(decidedHere);
        awaited.removeAll(outcomes.ended(awaited).keySet());
        if (!awaited.isEmpty()) {
            pending.add(page, awaited);
        }
        return awaited.isEmpty();
    }

    static Set<String> submissions(ListSubmitted page) {
        return new Tree(page.entries(), page.sections())
                .allItems()
                .map(ListItem::submissionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void lock(List<ListSubmitted> ready, List<PaperSubmitted> placed) {
        locks.take(List.of(), List.of(Locks.STANDINGS));
        locks.take(slugs(ready, placed).stream().map(slug -> "list:" + slug).toList(), List.of());
    }

    private static Set<String> slugs(List<ListSubmitted> ready, List<PaperSubmitted> placed) {
        var slugs = ready.stream().map(ListSubmitted::slug).collect(Collectors.toCollection(HashSet::new));
        placed.forEach(paper -> paper.placements().stream().map(Placement::list).forEach(slugs::add));
        return slugs;
    }
}
