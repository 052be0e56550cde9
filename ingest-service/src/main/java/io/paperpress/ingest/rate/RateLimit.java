package io.paperpress.ingest.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.paperpress.common.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** A token bucket for each caller, in bounded memory; every instance counts for itself. */
public final class RateLimit {

    private final int calls;
    private final Duration per;
    private final Cache<String, Bucket> buckets;

    /** A bucket that nobody touched for so long is full again, and need not be kept. */
    RateLimit(int calls, Duration per, int callers) {
        this.calls = calls;
        this.per = per;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callers)
                .expireAfterAccess(per)
                .build();
    }

    /** @throws ProblemException 429, which says when to come again */
    public void spend(String caller) {
        var probe = buckets.get(caller, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var pause = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
            throw new ProblemException(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many-requests",
                            "Too many calls",
                            "You may call this %,d times in %s. Nothing of this call was taken. Please try again in %,d s."
                                    .formatted(calls, inWords(per), pause.toSeconds()))
                    .retryAfter(pause);
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, per))
                .build();
    }

    private static String inWords(Duration time) {
        return time.toSeconds() % 60 == 0 ? "%d min".formatted(time.toMinutes()) : "%d s".formatted(time.toSeconds());
    }
}
