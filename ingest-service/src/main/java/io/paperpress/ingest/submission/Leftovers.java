package io.paperpress.ingest.submission;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sweeps up after calls that the broker never acknowledged: their callers got a 503 and no id, so nobody can ask for
 * what the catalogue has not decided a day later. And forgets the keys of calls that nobody repeats any more, and how to
 * reach readers whose corrections are long decided.
 */
class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration KEPT = Duration.ofDays(1);

    private final Batches batches;
    private final IdempotentCalls calls;
    private final Contacts contacts;
    private final Duration contactKept;
    private final Clock clock;

    Leftovers(Batches batches, IdempotentCalls calls, Contacts contacts, Duration contactKept, Clock clock) {
        this.batches = batches;
        this.calls = calls;
        this.contacts = contacts;
        this.contactKept = contactKept;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        calls.forget(clock.instant().minus(IdempotentCalls.KEPT));
        contacts.forget(clock.instant().minus(contactKept));
        int swept = batches.forgetUnacknowledged(clock.instant().minus(KEPT));
        if (swept > 0) {
            log.info("Forgot {} submissions that were never sent", swept);
        }
    }
}
