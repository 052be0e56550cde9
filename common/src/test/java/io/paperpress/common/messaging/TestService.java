package io.paperpress.common.messaging;

import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.testing.BackingServices;
import io.paperpress.localstack.Database;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** A service as small as one can be: it reads one topic, and may have a database. */
final class TestService {

    private TestService() {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        Consumer<Message<List<byte[]>>> followPapers(Deliveries deliveries, EventHandler<PaperEvent> handler) {
            return deliveries.of(PaperEvent.class, handler);
        }
    }

    /**
     * @param name of the service, its consumer group, and part of its dead letter topic
     * @param topic that it reads
     */
    static ConfigurableApplicationContext start(
            String name,
            String topic,
            @Nullable Database database,
            Class<? extends EventHandler<PaperEvent>> handler,
            String... more) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "spring.application.name",
                name,
                "spring.kafka.bootstrap-servers",
                BackingServices.kafkaBootstrapServers(),
                "spring.cloud.function.definition",
                "followPapers",
                "spring.cloud.stream.bindings.followPapers-in-0.destination",
                topic,
                "paperpress.messaging.publish-timeout",
                "3s",
                "paperpress.messaging.first-pause",
                "50ms",
                "paperpress.messaging.longest-pause",
                "500ms",
                "paperpress.messaging.relay-poll",
                "1s",
                "paperpress.messaging.topics." + topic + ".groups",
                name,
                "paperpress.messaging.topics." + topic + ".partitions",
                "2"));
        if (database == null) {
            settings.put(
                    "spring.autoconfigure.exclude",
                    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration");
        } else {
            settings.put("spring.datasource.url", database.jdbcUrl());
            settings.put("spring.datasource.username", database.user());
            settings.put("spring.datasource.password", database.password());
            settings.put("spring.datasource.hikari.connection-timeout", "1000");
        }
        for (String setting : more) {
            int equals = setting.indexOf('=');
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new SpringApplicationBuilder(Application.class, handler)
                .web(WebApplicationType.NONE)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }
}
