package io.paperpress.catalog.intake;

import io.paperpress.catalog.store.Outcomes;
import io.paperpress.catalog.store.PendingLists;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Refuses lists whose papers never came, so that no submission stays without an end. */
@Component
class ImpatientLists {

    private static final Remark NEVER_CAME =
            new Remark(null, "Some papers of this list never arrived. Please submit the page again.");

    private final PendingLists pending;
    private final Outcomes outcomes;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final IntakeSettings settings;
    private final Clock clock;

    ImpatientLists(
            PendingLists pending,
            Outcomes outcomes,
            Outbox outbox,
            TransactionTemplate transaction,
            IntakeSettings settings,
            Clock clock) {
        this.pending = pending;
        this.outcomes = outcomes;
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void refuse() {
        transaction.executeWithoutResult(_ -> {
            var refused = pending.waitingSince(clock.instant().minus(settings.listPatience())).stream()
                    .map(page -> ListDesk.refusal(page, List.of(NEVER_CAME), clock.instant()))
                    .toList();
            outcomes.save(refused);
            outbox.append(refused.stream()
                    .map(decision -> new OutgoingEvent(Topics.PROGRESS, decision.submissionId(), decision))
                    .toList());
        });
    }
}
