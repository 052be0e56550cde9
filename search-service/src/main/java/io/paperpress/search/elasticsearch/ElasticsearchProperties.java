package io.paperpress.search.elasticsearch;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Elasticsearch is.
 *
 * @param url address of a node, or of a load balancer before the cluster
 * @param apiKey base64 form, as Elasticsearch hands it out; absent where security is off
 * @param timeout how long a search may take
 */
@ConfigurationProperties("paperpress.search.elasticsearch")
public record ElasticsearchProperties(
        URI url,
        @Nullable String apiKey,
        @DefaultValue("10s") Duration timeout) {

    public ElasticsearchProperties {
        if (!url.isAbsolute() || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "paperpress.search.elasticsearch.url must be like http://localhost:9200, but is " + url);
        }
    }

    /** Keeps the key out of logs. */
    @Override
    public String toString() {
        return "ElasticsearchProperties[url=" + url + "]";
    }
}
