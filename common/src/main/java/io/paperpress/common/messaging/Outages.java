package io.paperpress.common.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Who is waiting for what: readiness is down while a consumer or the outbox relay waits for something that is away.
 *
 * <p>Whoever waits says so again with every try, so an entry that is not renewed is over: its partitions went to another
 * instance.
 */
final class Outages implements HealthIndicator {

    private record Outage(String reason, Instant since, Instant lastTried) {}

    private final Map<String, Outage> waiting = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration forgottenAfter;

    Outages(Clock clock, Duration longestPause) {
        this.clock = clock;
        this.forgottenAfter = longestPause.multipliedBy(6);
    }

    /** Returns whether this is news. */
    boolean began(String who, Throwable reason) {
        Instant now = clock.instant();
        Outage current = new Outage(String.valueOf(reason.getMessage()), now, now);
        Outage known = waiting.merge(
                who, current, (earlier, later) -> new Outage(later.reason(), earlier.since(), later.lastTried()));
        return known.since().equals(now);
    }

    /** Returns whether this is news. */
    boolean over(String who) {
        return waiting.remove(who) != null;
    }

    @Override
    public Health health() {
        waiting.values()
                .removeIf(outage -> outage.lastTried().plus(forgottenAfter).isBefore(clock.instant()));
        if (waiting.isEmpty()) {
            return Health.up().build();
        }
        var health = Health.down();
        waiting.forEach((who, outage) -> health.withDetail(who, outage.reason() + " (since " + outage.since() + ")"));
        return health.build();
    }
}
