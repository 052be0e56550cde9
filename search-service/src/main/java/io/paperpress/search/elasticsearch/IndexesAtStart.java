package io.paperpress.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.paperpress.common.messaging.Unavailable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Waits for Elasticsearch as long as it takes and creates the indexes; until then the service is up, but not ready. */
@Component("elasticsearchHealthIndicator")
class IndexesAtStart implements SmartLifecycle, HealthIndicator {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(IndexesAtStart.class);

    private final Indexes indexes;
    private final Elasticsearch elasticsearch;
    private volatile boolean created;
    private volatile boolean running;

    IndexesAtStart(Indexes indexes, Elasticsearch elasticsearch) {
        this.indexes = indexes;
        this.elasticsearch = elasticsearch;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("create-indexes").start(this::createWhenPossible);
    }

    private void createWhenPossible() {
        boolean told = false;
        while (running && !created) {
            try {
                indexes.create();
                created = true;
            } catch (Unavailable | ElasticsearchException away) {
                if (!told) {
                    log.warn("Waiting for Elasticsearch: {}", away.getMessage());
                    told = true;
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything listens or consumes. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }

    @Override
    public Health health() {
        if (!created) {
            return Health.down()
                    .withDetail("reason", "waiting for Elasticsearch")
                    .build();
        }
        try {
            elasticsearch.ask(client -> client.indices().existsAlias(request -> request.name(Indexes.PAPERS)));
            return Health.up().build();
        } catch (Unavailable away) {
            return Health.down()
                    .withDetail("reason", "Elasticsearch does not answer")
                    .build();
        }
    }
}
