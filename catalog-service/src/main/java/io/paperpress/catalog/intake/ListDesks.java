package io.paperpress.catalog.intake;

import io.paperpress.catalog.list.ReadingList;
import io.paperpress.catalog.list.Successors;
import io.paperpress.catalog.store.Findings;
import io.paperpress.catalog.store.Outcomes;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.PendingLists;
import io.paperpress.catalog.store.ReadingLists;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens a {@link ListDesk} for every batch that touches lists. */
@Component
class ListDesks {

    final ReadingLists lists;
    final PendingLists pending;
    final Outcomes outcomes;
    final Papers papers;
    final Findings findings;
    private final Clock clock;

    ListDesks(
            ReadingLists lists,
            PendingLists pending,
            Outcomes outcomes,
            Papers papers,
            Findings findings,
            Clock clock) {
        this.lists = lists;
        this.pending = pending;
        this.outcomes = outcomes;
        this.papers = papers;
        this.findings = findings;
        this.clock = clock;
    }

    /** @param slugs lists that may change; their locks are held */
    ListDesk open(Collection<String> slugs) {
        return new ListDesk(this, lists.named(slugs));
    }

    /** What stands in the place of the papers of lists, and of other ones. */
    Successors successors(Collection<ReadingList> lists, Collection<Optional<String>> others) {
        return successors(papers, lists, others);
    }

    static Successors successors(Papers papers, Collection<ReadingList> lists, Collection<Optional<String>> others) {
        var ids = new HashSet<String>();
        lists.forEach(list -> ids.addAll(list.paperIds()));
        others.forEach(id -> id.ifPresent(ids::add));
        return papers.successors(ids);
    }

    Instant now() {
        return clock.instant();
    }
}
