package io.paperpress.ingest.progress;

import io.paperpress.common.events.ProgressEvent;
import io.paperpress.common.messaging.Deliveries;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {

    @Bean
    Consumer<Message<List<byte[]>>> followProgress(Deliveries deliveries, FollowProgress handler) {
        return deliveries.of(ProgressEvent.class, handler);
    }

    @Bean
    FollowProgress progressFollower(JdbcClient jdbc, JsonMapper json, PlatformTransactionManager transactions) {
        return new FollowProgress(new Progress(jdbc, json), new TransactionTemplate(transactions));
    }
}
