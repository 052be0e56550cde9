package io.paperpress.common.messaging;

import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Outbox and inbox, where a service has a database. */
@AutoConfiguration(
        after = {
            MessagingAutoConfiguration.class,
            JdbcClientAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class
        })
@ConditionalOnClass({JdbcClient.class, PGConnection.class})
@ConditionalOnBean({DataSource.class, JdbcClient.class, JdbcConnectionDetails.class})
class OutboxAutoConfiguration {

    @Bean
    Outbox outbox(JdbcClient db, PlatformTransactionManager transactions, CloudEvents cloudEvents) {
        return new JdbcOutbox(db, transactions, cloudEvents);
    }

    @Bean
    Inbox inbox(JdbcClient db, PlatformTransactionManager transactions) {
        return new JdbcInbox(db, transactions);
    }

    @Bean
    OutboxRelay outboxRelay(
            JdbcConnectionDetails database,
            JdbcClient db,
            PlatformTransactionManager transactions,
            CloudEvents cloudEvents,
            Broker broker,
            Outages outages,
            MessagingSettings settings,
            ObjectProvider<SentEvents> heard) {
        return new OutboxRelay(
                database,
                db,
                new TransactionTemplate(transactions),
                cloudEvents,
                broker,
                outages,
                settings,
                heard.orderedStream().toList());
    }

    @Bean
    OutboxMeters outboxMeters(JdbcClient db) {
        return new OutboxMeters(db);
    }
}
