package io.paperpress.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.paperpress.common.messaging.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The indexes of this service: each stands behind an alias, under a name that carries the version of its schema.
 *
 * <p>Whoever changes a template, or how words are cut, raises the version; a new index is then built beside the old.
 */
@Component
public class Indexes {

    /** Alias of the papers. */
    public static final String PAPERS = "papers";

    /** Alias of the reading lists. */
    public static final String LISTS = "lists";

    private record Schema(String alias, int version) {

        String index() {
            return alias + "-v" + version;
        }

        String template() {
            return "elasticsearch/" + alias + ".json";
        }
    }

    private static final List<Schema> SCHEMAS = List.of(new Schema(PAPERS, 2), new Schema(LISTS, 1));

    private static final Logger log = LoggerFactory.getLogger(Indexes.class);

    private final Elasticsearch elasticsearch;

    Indexes(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * Makes what is missing; safe to call at any time, by several instances at once.
     *
     * @throws Unavailable when Elasticsearch is away
     */
    public void create() {
        SCHEMAS.forEach(this::create);
    }

    private void create(Schema schema) {
        putTemplate(schema);
        if (elasticsearch
                .call(client -> client.indices().existsAlias(request -> request.name(schema.alias())))
                .value()) {
            return;
        }
        try {
            elasticsearch.call(client -> client.indices()
                    .create(index ->
                            index.index(schema.index()).aliases(schema.alias(), alias -> alias.isWriteIndex(true))));
            log.info("Created index {} behind alias {}", schema.index(), schema.alias());
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
            log.debug("Another instance created index {}", schema.index());
        }
    }

    private void putTemplate(Schema schema) {
        try (var template = new ClassPathResource(schema.template()).getInputStream()) {
            elasticsearch.call(client -> client.indices()
                    .putIndexTemplate(request -> request.name(schema.alias()).withJson(template)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
