package io.paperpress.catalog.export;

import io.paperpress.common.messaging.Outbox;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Out and in again. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    Export export(JdbcClient db, PlatformTransactionManager transactions, Clock clock) {
        return new Export(db, transactions, clock);
    }

    @Bean
    Restoration restoration(
            JdbcClient db, PlatformTransactionManager transactions, Outbox outbox, List<Retelling> retellings) {
        return new Restoration(db, transactions, outbox, retellings);
    }
}
