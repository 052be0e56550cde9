package io.paperpress.search.indexing;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import io.paperpress.common.messaging.Unavailable;
import io.paperpress.common.messaging.Unprocessable;
import io.paperpress.search.elasticsearch.Elasticsearch;
import io.paperpress.search.elasticsearch.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes documents and returns when searches find them.
 *
 * <p>The revision is Elasticsearch's external version: what is not newer than the index is refused there with a
 * conflict, which is as good as written. That holds for what is removed as well, for as long as the index remembers it
 * ({@code index.gc_deletes}, a minute unless set otherwise).
 */
@Component
class BulkIndexer {

    /** Up to this many documents are made visible at once; more wait for the index's own refresh interval. */
    private static final int REFRESHED_AT_ONCE = 100;

    /** Bytes of one request; well under Elasticsearch's limit, and little beside the heap. */
    private static final int LARGEST_REQUEST = 4 * 1024 * 1024;

    private static final int CONFLICT = 409;
    private static final byte[] NOTHING = {};

    /**
     * One document under its id.
     *
     * @param document {@code null} where there is to be none any more
     */
    record Entry(String id, long revision, @Nullable Object document) {}

    private final Elasticsearch elasticsearch;
    private final Indexes indexes;
    private final JsonMapper json;
    private final ReadWriteLock gate = new ReentrantReadWriteLock();

    BulkIndexer(Elasticsearch elasticsearch, Indexes indexes, JsonMapper json) {
        this.elasticsearch = elasticsearch;
        this.indexes = indexes;
        this.json = json;
    }

    /**
     * @throws Unavailable when Elasticsearch is away, has no room or no index; some of the documents may be written
     * @throws Unprocessable when it refuses one for good; the others are written
     */
    void write(String alias, List<Entry> entries) {
        indexes.awaitCurrent();
        gate.readLock().lock();
        try {
            writeNow(alias, entries);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Nothing is written while it runs, by this instance. */
    void whileNobodyWrites(Runnable work) {
        gate.writeLock().lock();
        try {
            work.run();
        } finally {
            gate.writeLock().unlock();
        }
    }

    /**
     * Writes to an index that nobody searches yet, without making it visible.
     *
     * @return how many were refused for good
     * @throws Unavailable when Elasticsearch is away or cannot write now
     */
    int load(String index, List<Entry> entries) {
        if (entries.isEmpty()) {
            return 0;
        }
        var operations = entries.stream()
                .map(entry ->
                        operation(entry, entry.document() == null ? NOTHING : json.writeValueAsBytes(entry.document())))
                .toList();
        var failed =
                elasticsearch
                        .call(client -> client.bulk(bulk -> bulk.index(index).operations(operations)))
                        .items()
                        .stream()
                        .filter(item -> item.error() != null && item.status() != CONFLICT)
                        .toList();
        failed.stream().filter(item -> !isHopeless(item.status())).findFirst().ifPresent(item -> {
            var cause = new IllegalStateException(describe(item));
            throw new Unavailable("Elasticsearch cannot write to " + index + " now: " + describe(item), cause);
        });
        return failed.size();
    }

    private void writeNow(String alias, List<Entry> entries) {
        Refresh refresh = entries.size() <= REFRESHED_AT_ONCE ? Refresh.True : Refresh.WaitFor;
        var refused = new ArrayList<BulkResponseItem>();
        var operations = new ArrayList<BulkOperation>();
        long bytes = 0;
        for (Entry entry : entries) {
            byte[] document = entry.document() == null ? NOTHING : json.writeValueAsBytes(entry.document());
            if (bytes + document.length > LARGEST_REQUEST && !operations.isEmpty()) {
                refused.addAll(send(alias, operations, refresh));
                operations.clear();
                bytes = 0;
            }
            operations.add(operation(entry, document));
            bytes += document.length;
        }
        if (!operations.isEmpty()) {
            refused.addAll(send(alias, operations, refresh));
        }
        answer(alias, refused);
    }

    private static BulkOperation operation(Entry entry, byte[] document) {
        if (entry.document() == null) {
            return BulkOperation.of(operation -> operation.delete(
                    delete -> delete.id(entry.id()).version(entry.revision()).versionType(VersionType.External)));
        }
        return BulkOperation.of(operation -> operation.index(index -> index.id(entry.id())
                .version(entry.revision())
                .versionType(VersionType.External)
                .document(BinaryData.of(document, ContentType.APPLICATION_JSON))));
    }

    /** @return what was not written */
    private List<BulkResponseItem> send(String alias, List<BulkOperation> operations, Refresh refresh) {
        var request = BulkRequest.of(
                bulk -> bulk.index(alias).requireAlias(true).refresh(refresh).operations(List.copyOf(operations)));
        return elasticsearch.call(client -> client.bulk(request)).items().stream()
                .filter(item -> item.error() != null)
                .toList();
    }

    private void answer(String alias, List<BulkResponseItem> refused) {
        if (refused.isEmpty()) {
            return;
        }
        if (refused.stream().anyMatch(item -> item.status() == CONFLICT)) {
            // whoever wrote the newer one may have died before it could be found
            elasticsearch.call(client -> client.indices().refresh(refresh -> refresh.index(alias)));
        }
        var failed = refused.stream().filter(item -> item.status() != CONFLICT).toList();
        for (BulkResponseItem item : failed) {
            if (!isHopeless(item.status())) {
                indexes.create();
                var cause = new IllegalStateException(describe(item));
                throw new Unavailable("Elasticsearch cannot write to " + alias + " now: " + describe(item), cause);
            }
        }
        for (BulkResponseItem item : failed) {
            throw new Unprocessable("Elasticsearch refuses " + describe(item), null);
        }
    }

    /** Everything else, such as a full disk or a lost index, can be mended while the event waits. */
    private static boolean isHopeless(int status) {
        return status == 400 || status == 413;
    }

    private static String describe(BulkResponseItem item) {
        ErrorCause error = item.error();
        String reason = error == null ? "" : error.type() + ": " + error.reason();
        ErrorCause cause = error == null ? null : error.causedBy();
        return item.id() + " (" + item.status() + ") " + reason + (cause == null ? "" : "; " + cause.reason());
    }
}
