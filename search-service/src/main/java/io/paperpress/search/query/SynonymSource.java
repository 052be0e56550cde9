package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.paperpress.common.messaging.Unavailable;
import io.paperpress.search.elasticsearch.Elasticsearch;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.elasticsearch.NameDocument;
import io.paperpress.search.words.Synonyms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The synonyms in force: those of the file, read at start and again when somebody asks for it, and the names that
 * maintainers made equal, looked up behind the back of searches, which never wait for them.
 */
@Component
public class SynonymSource {

    private static final Logger log = LoggerFactory.getLogger(SynonymSource.class);

    /** Elasticsearch gives no more at once. */
    private static final int MOST_NAMES = 10_000;

    private final Elasticsearch elasticsearch;
    private final Clock clock;
    private final Resource file;
    private final Duration fresh;
    private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);
    private volatile List<List<String>> ofFile = List.of();
    private volatile List<List<String>> ofNames = List.of();
    private volatile Synonyms synonyms = Synonyms.NONE;

    SynonymSource(Elasticsearch elasticsearch, Clock clock, SynonymProperties properties) {
        this.elasticsearch = elasticsearch;
        this.clock = clock;
        this.file = properties.file();
        this.fresh = properties.namesFreshFor();
        reload();
    }

    Synonyms synonyms() {
        Instant now = clock.instant();
        Instant due = nextLook.get();
        if (!now.isBefore(due) && nextLook.compareAndSet(due, now.plus(fresh))) {
            Thread.ofVirtual().name("look-up-names").start(this::lookUpNames);
        }
        return synonyms;
    }

    /** @throws UncheckedIOException when the file cannot be read; what was in force stays so */
    public final void reload() {
        try {
            ofFile = Synonyms.groups(file.getContentAsString(StandardCharsets.UTF_8));
            join();
        } catch (IOException e) {
            throw new UncheckedIOException("The synonyms cannot be read: " + file, e);
        }
    }

    private void lookUpNames() {
        try {
            var response = elasticsearch.ask(client ->
                    client.search(request -> request.index(Indexes.NAMES).size(MOST_NAMES), NameDocument.class));
            List<List<String>> found = response.hits().hits().stream()
                    .map(hit -> List.copyOf(Objects.requireNonNull(hit.source()).texts()))
                    .toList();
            if (!found.equals(ofNames)) {
                ofNames = found;
                join();
            }
        } catch (Unavailable | ElasticsearchException away) {
            log.debug("The names cannot be looked up now", away);
        }
    }

    private synchronized void join() {
        var groups = new ArrayList<>(ofFile);
        groups.addAll(ofNames);
        synonyms = Synonyms.of(groups);
    }
}
