package io.paperpress.search.indexing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far a reindexing is.
 *
 * @param events of papers that were read, each revision counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReindexStatus(
        State state, @Nullable Instant startedAt, @Nullable Instant endedAt, long events) {

    /** Of this instance: another one may be at it. */
    enum State {
        IDLE,
        REQUESTED,
        RUNNING,
        DONE,
        FAILED;

        @JsonValue
        String lower() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ReindexStatus idle() {
        return new ReindexStatus(State.IDLE, null, null, 0);
    }

    static ReindexStatus running(Instant now) {
        return new ReindexStatus(State.RUNNING, now, null, 0);
    }

    ReindexStatus plus(long count) {
        return new ReindexStatus(state, startedAt, endedAt, events + count);
    }

    ReindexStatus ended(State how, Instant now) {
        return new ReindexStatus(how, startedAt, now, events);
    }
}
