package io.paperpress.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch.core.GetResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets one instance at a time rebuild the indexes: a document that says who may, and until when unless it says so again. */
@Component
public class Lease {

    private static final String INDEX = "search-lease";
    private static final String ID = "rebuilding";
    private static final Duration DURATION = Duration.ofSeconds(30);
    private static final int CONFLICT = 409;

    /**
     * @param owner instance
     * @param until milliseconds since 1970
     */
    record Held(String owner, long until) {}

    private final Elasticsearch elasticsearch;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();

    Lease(Elasticsearch elasticsearch, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.clock = clock;
    }

    /**
     * Takes it, or keeps it.
     *
     * @return whether this instance has it now
     */
    public boolean hold() {
        Instant now = clock.instant();
        var held = find();
        Held source = held == null ? null : held.source();
        if (source != null && !source.owner().equals(owner) && now.toEpochMilli() < source.until()) {
            return false;
        }
        return write(new Held(owner, now.plus(DURATION).toEpochMilli()), held);
    }

    /** Lets another have it. */
    public void release() {
        var held = find();
        if (held != null && held.source() != null && held.source().owner().equals(owner)) {
            write(new Held(owner, 0), held);
        }
    }

    private @Nullable GetResponse<Held> find() {
        try {
            var found = elasticsearch.call(
                    client -> client.get(request -> request.index(INDEX).id(ID), Held.class));
            return found.found() ? found : null;
        } catch (io.paperpress.common.messaging.Unavailable away) {
            if (away.getCause() instanceof ElasticsearchException refused && refused.status() == 404) {
                return null; // nobody ever held it
            }
            throw away;
        }
    }

    private boolean write(Held next, @Nullable GetResponse<Held> before) {
        try {
            elasticsearch.call(client -> client.index(request -> {
                request.index(INDEX).id(ID).document(next);
                return before == null
                        ? request.opType(OpType.Create)
                        : request.ifSeqNo(before.seqNo()).ifPrimaryTerm(before.primaryTerm());
            }));
            return true;
        } catch (ElasticsearchException e) {
            if (e.status() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }
}
