package io.paperpress.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.indices.UpdateAliasesRequest;
import co.elastic.clients.json.JsonData;
import io.paperpress.common.messaging.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The indexes of this service: each stands behind an alias, under a name that carries the version of its schema.
 *
 * <p>Whoever changes a template, or how words are cut, raises the version; a new index is then built beside the old. In
 * its mapping an index remembers whether it was ever filled: one that was just made where nothing was is not.
 */
@Component
public class Indexes {

    /** Alias of the papers. */
    public static final String PAPERS = "papers";

    /** Alias of the reading lists. */
    public static final String LISTS = "lists";

    /** Alias of the names by which things are known. */
    public static final String NAMES = "names";

    private enum Schema {
        OF_PAPERS(PAPERS, 2),
        OF_LISTS(LISTS, 1),
        OF_NAMES(NAMES, 1);

        private final String alias;
        private final int version;

        Schema(String alias, int version) {
            this.alias = alias;
            this.version = version;
        }

        String index() {
            return alias + "-v" + version;
        }

        boolean isOf(String index) {
            return index.equals(index()) || index.startsWith(index() + "-");
        }

        String template() {
            return "elasticsearch/" + alias + ".json";
        }
    }

    /** What is to be done so that searches find everything. */
    public enum Need {
        NOTHING,
        /** An index was made where there was none. */
        FILLING,
        /** An index has the schema of another version of this service. */
        REBUILDING
    }

    private static final String FILLED = "filled";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private static final Logger log = LoggerFactory.getLogger(Indexes.class);

    private final Elasticsearch elasticsearch;
    private final CountDownLatch known = new CountDownLatch(1);
    private volatile boolean current;

    Indexes(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * Makes what is missing; safe to call at any time, by several instances at once.
     *
     * @throws Unavailable when Elasticsearch is away
     */
    public void create() {
        Arrays.stream(Schema.values()).forEach(this::create);
        need();
    }

    /**
     * Returns once what this service writes fits into what is there.
     *
     * @throws Unavailable when an index has the schema of another version, and its successor is still being filled
     */
    public void awaitCurrent() {
        try {
            if (!known.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || !current) {
                var cause = new IllegalStateException("Another schema");
                throw new Unavailable("The index is being rebuilt for this version", cause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for the index", e);
        }
    }

    /** @throws Unavailable when Elasticsearch is away */
    public Need need() {
        Need need = Need.NOTHING;
        for (Schema schema : Schema.values()) {
            String index = behind(schema.alias);
            if (index != null && !schema.isOf(index)) {
                current = false;
                known.countDown();
                return Need.REBUILDING;
            }
            if (index == null || !isFilled(index)) {
                need = Need.FILLING;
            }
        }
        current = true;
        known.countDown();
        return need;
    }

    /** Aliases and the indexes behind them. */
    public Map<String, String> inUse() {
        var inUse = new LinkedHashMap<String, String>();
        for (Schema schema : Schema.values()) {
            String index = behind(schema.alias);
            if (index != null) {
                inUse.put(schema.alias, index);
            }
        }
        return inUse;
    }

    /** New indexes beside those in use, by alias; nobody searches them yet, and they refresh only when told. */
    public Map<String, String> createBeside(Instant now) {
        var created = new LinkedHashMap<String, String>();
        for (Schema schema : Schema.values()) {
            putTemplate(schema);
            String index = schema.index() + "-" + STAMP.format(now);
            elasticsearch.call(client -> client.indices()
                    .create(request -> request.index(index)
                            .settings(settings -> settings.refreshInterval(Time.of(time -> time.time("-1"))))));
            created.put(schema.alias, index);
        }
        return created;
    }

    /** Makes everything in these indexes visible, from now on by itself. */
    public void show(Map<String, String> created) {
        for (String index : created.values()) {
            elasticsearch.call(client -> client.indices()
                    .putSettings(request -> request.index(index)
                            .settings(settings -> settings.refreshInterval(Time.of(time -> time.time("200ms"))))));
            refresh(index);
        }
    }

    public void refresh(String index) {
        elasticsearch.call(client -> client.indices().refresh(request -> request.index(index)));
    }

    /** Lets searches go to other indexes, all at one moment. */
    public void swap(Map<String, String> created) {
        Map<String, String> old = inUse();
        var request = new UpdateAliasesRequest.Builder();
        created.forEach((alias, index) -> {
            String before = old.get(alias);
            if (before != null) {
                request.actions(
                        action -> action.remove(remove -> remove.index(before).alias(alias)));
            }
            request.actions(
                    action -> action.add(add -> add.index(index).alias(alias).isWriteIndex(true)));
        });
        elasticsearch.call(client -> client.indices().updateAliases(request.build()));
        current = true;
        log.info("Searches go to {} now", created.values());
    }

    /** Remembers that these indexes hold everything. */
    public void markFilled(Iterable<String> indexes, Instant now) {
        for (String index : indexes) {
            elasticsearch.call(client -> client.indices()
                    .putMapping(request -> request.index(index).meta(Map.of(FILLED, JsonData.of(now.toEpochMilli())))));
        }
    }

    /** Indexes that nobody searches any more: left over from a swap before {@code then}, or from a crash. */
    public Set<String> leftBefore(Instant then) {
        var left = new TreeSet<String>();
        for (Schema schema : Schema.values()) {
            String used = behind(schema.alias);
            if (used != null && filledAt(used).isBefore(then)) {
                var found = elasticsearch.call(
                        client -> client.indices().get(request -> request.index(schema.alias + "-v*")));
                found.indices().forEach((index, state) -> {
                    if (state.aliases().isEmpty()) {
                        left.add(index);
                    }
                });
            }
        }
        return left;
    }

    public void delete(Iterable<String> indexes) {
        for (String index : indexes) {
            elasticsearch.call(client ->
                    client.indices().delete(request -> request.index(index).ignoreUnavailable(true)));
            log.info("Deleted index {}", index);
        }
    }

    private @Nullable String behind(String alias) {
        try {
            return elasticsearch
                    .call(client -> client.indices().getAlias(request -> request.name(alias)))
                    .aliases()
                    .keySet()
                    .stream()
                    .findFirst()
                    .orElse(null);
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return null;
            }
            throw e;
        }
    }

    private boolean isFilled(String index) {
        return filledAt(index).isBefore(Instant.MAX);
    }

    private Instant filledAt(String index) {
        var mapping = elasticsearch
                .call(client -> client.indices().getMapping(request -> request.index(index)))
                .mappings()
                .get(index);
        JsonData filled = mapping == null ? null : mapping.mappings().meta().get(FILLED);
        return filled == null ? Instant.MAX : Instant.ofEpochMilli(filled.to(Long.class));
    }

    private void create(Schema schema) {
        putTemplate(schema);
        if (behind(schema.alias) != null) {
            return;
        }
        try {
            elasticsearch.call(client -> client.indices()
                    .create(index ->
                            index.index(schema.index()).aliases(schema.alias, alias -> alias.isWriteIndex(true))));
            log.info("Created index {} behind alias {}", schema.index(), schema.alias);
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
            elasticsearch.call(client -> client.indices()
                    .updateAliases(aliases -> aliases.actions(action -> action.add(
                            add -> add.index(schema.index()).alias(schema.alias).isWriteIndex(true)))));
            log.debug("Index {} was there already", schema.index());
        }
    }

    private void putTemplate(Schema schema) {
        try (var template = new ClassPathResource(schema.template()).getInputStream()) {
            elasticsearch.call(client -> client.indices()
                    .putIndexTemplate(request -> request.name(schema.alias).withJson(template)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
