package io.paperpress.catalog.intake;

import io.paperpress.catalog.store.Findings;
import io.paperpress.catalog.store.Outcomes;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.PendingLists;
import io.paperpress.catalog.store.ReadingLists;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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

    Instant now() {
        return clock.instant();
    }
}
