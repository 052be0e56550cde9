package io.paperpress.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The client, its indexes and their health. */
@Configuration(proxyBeanMethods = false)
class ElasticsearchConfiguration {

    private static final Timeout CONNECT = Timeout.ofSeconds(2);

    /** For writing: what is given up too early is only sent again, and makes a busy node busier. */
    private static final Timeout PATIENT = Timeout.ofMinutes(1);

    /** Searches and bulks of every consumer thread at once, with room to spare. */
    private static final int CONNECTIONS = 64;

    @Bean(destroyMethod = "close")
    ElasticsearchClient elasticsearchClient(ElasticsearchProperties properties, JsonMapper json) {
        var rest = Rest5Client.builder(properties.url())
                .setDefaultHeaders(authorization(properties))
                .setConnectionConfigCallback(
                        connection -> connection.setConnectTimeout(CONNECT).setSocketTimeout(PATIENT))
                .setRequestConfigCallback(
                        request -> request.setResponseTimeout(PATIENT).setConnectionRequestTimeout(PATIENT))
                .setConnectionManagerCallback(
                        manager -> manager.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS))
                .build();
        return new ElasticsearchClient(new Rest5ClientTransport(rest, new Jackson3JsonpMapper(json)));
    }

    private static Header[] authorization(ElasticsearchProperties properties) {
        String key = properties.apiKey();
        List<Header> headers =
                key == null || key.isBlank() ? List.of() : List.of(new BasicHeader("Authorization", "ApiKey " + key));
        return headers.toArray(Header[]::new);
    }
}
