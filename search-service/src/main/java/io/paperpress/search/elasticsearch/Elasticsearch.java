package io.paperpress.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.paperpress.common.messaging.Unavailable;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Calls Elasticsearch, and tells its absence from its refusals. */
@Component
public class Elasticsearch {

    /** Too many requests, and what proxies and a cluster without a primary say. */
    private static final Set<Integer> AWAY = Set.of(408, 429, 502, 503, 504);

    private final ElasticsearchClient client;

    Elasticsearch(ElasticsearchClient client) {
        this.client = client;
    }

    /** One request. */
    @FunctionalInterface
    public interface Call<T> {
        T on(ElasticsearchClient client) throws IOException;
    }

    /**
     * @throws Unavailable when Elasticsearch does not answer, is overloaded, or has lost the index
     * @throws ElasticsearchException when it refuses the request for good
     */
    public <T> T call(Call<T> call) {
        try {
            return call.on(client);
        } catch (IOException e) {
            throw new Unavailable("Elasticsearch does not answer: " + e.getMessage(), e);
        } catch (ElasticsearchException e) {
            if (isAway(e.status()) || isMissingIndex(e)) {
                throw new Unavailable("Elasticsearch is not ready: " + e.getMessage(), e);
            }
            throw e;
        }
    }

    /** Whether the same request may succeed later. */
    public static boolean isAway(int status) {
        return AWAY.contains(status);
    }

    private static boolean isMissingIndex(ElasticsearchException e) {
        return e.status() == 404 && "index_not_found_exception".equals(e.error().type());
    }
}
