package io.paperpress.catalog.testing;

import io.paperpress.catalog.CatalogServiceApplication;
import io.paperpress.common.testing.BackingServices;
import io.paperpress.common.web.TestTokens;
import java.util.List;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on real Kafka and PostgreSQL; one for all tests, which keep apart by their papers. */
@SpringBootTest(
        classes = CatalogServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "paperpress.messaging.longest-pause=1s",
            "paperpress.catalog.oai.page=7",
            "paperpress.catalog.changes.poll=20ms",
            "paperpress.catalog.changes.heartbeat=200ms",
            "paperpress.catalog.changes.longest=2s",
            "paperpress.catalog.outbound.contact=operator@paperpress.test",
            "paperpress.catalog.outbound.private-addresses=true",
            "paperpress.catalog.lookup.enabled=true",
            "paperpress.catalog.lookup.poll=50ms",
            "paperpress.catalog.lookup.attempts=3",
            "paperpress.catalog.lookup.first-pause=100ms",
            "paperpress.catalog.lookup.arxiv.pause=300ms"
        })
public abstract class CatalogServiceTests {

    /** Of all registries; one for all tests, which keep apart by what they ask. */
    protected static final Registry REGISTRY = new Registry();

    @DynamicPropertySource
    static void backingServices(DynamicPropertyRegistry registry) {
        var database = BackingServices.newDatabase("catalog");
        registry.add("spring.datasource.url", database::jdbcUrl);
        registry.add("spring.datasource.username", database::user);
        registry.add("spring.datasource.password", database::password);
        for (String name : List.of("arxiv", "crossref", "datacite", "openreview")) {
            registry.add("paperpress.catalog.lookup." + name + ".address", REGISTRY::address);
        }
        registry.add("spring.kafka.bootstrap-servers", BackingServices::kafkaBootstrapServers);
        registry.add("spring.security.oauth2.resourceserver.jwt.public-key-location", TestTokens::publicKeyLocation);
    }
}
