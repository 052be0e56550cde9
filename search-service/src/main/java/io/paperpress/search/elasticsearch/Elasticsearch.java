package io.paperpress.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.Rest5ClientOptions;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import io.paperpress.common.messaging.Unavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.springframework.stereotype.Component;

/** Calls Elasticsearch, and tells its absence from its refusals. */
@Component
public class Elasticsearch {

    /** Too many requests, and what proxies and a cluster without a primary say. */
    private static final Set<Integer> AWAY = Set.of(408, 429, 502, 503, 504);

    private final ElasticsearchClient client;
    private final ElasticsearchClient impatient;

    Elasticsearch(ElasticsearchClient client, ElasticsearchProperties properties) {
        this.client = client;
        this.impatient = client.withTransportOptions(within(properties.timeout()));
    }

    private static Rest5ClientOptions within(Duration timeout) {
        var answer = Timeout.of(timeout);
        var config = RequestConfig.custom()
                .setResponseTimeout(answer)
                .setConnectionRequestTimeout(answer)
                .build();
        return new Rest5ClientOptions(
                RequestOptions.DEFAULT.toBuilder().setRequestConfig(config).build(), false);
    }

    /** One request. */
    @FunctionalInterface
    public interface Call<T> {
        T on(ElasticsearchClient client) throws IOException;
    }

    /**
     * For writing, which may take its time.
     *
     * @throws Unavailable when Elasticsearch does not answer, is overloaded, or has lost the index
     * @throws ElasticsearchException when it refuses the request for good
     */
    public <T> T call(Call<T> call) {
        return translated(call, client);
    }

    /** For questions somebody waits for: as {@link #call}, within the configured time. */
    public <T> T ask(Call<T> question) {
        return translated(question, impatient);
    }

    private static <T> T translated(Call<T> call, ElasticsearchClient client) {
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
