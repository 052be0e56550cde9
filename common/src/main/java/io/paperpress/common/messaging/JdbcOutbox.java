package io.paperpress.common.messaging;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The outbox as a table. A trigger wakes the relay when the transaction commits.
 *
 * <p>Rows leave in the order of their ids. Ids follow the order of commits only among transactions that wait for each
 * other, so whoever writes events of one key must lock what that key stands for first, as an update of its row does.
 */
final class JdbcOutbox implements Outbox {

    private final JdbcClient db;
    private final TransactionTemplate mandatory;
    private final CloudEvents cloudEvents;

    JdbcOutbox(JdbcClient db, PlatformTransactionManager transactions, CloudEvents cloudEvents) {
        this.db = db;
        this.cloudEvents = cloudEvents;
        this.mandatory = new TransactionTemplate(transactions);
        this.mandatory.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    @Override
    public void append(List<OutgoingEvent> events) {
        mandatory.executeWithoutResult(_ -> {
            if (!events.isEmpty()) {
                insert(events.stream().map(cloudEvents::encode).toList());
            }
        });
    }

    private void insert(List<EncodedEvent> events) {
        db.sql("""
                INSERT INTO outbox (topic, key, event_id, type, time, traceparent, body)
                SELECT topic, key, event_id, type, time::timestamptz, traceparent, body
                FROM unnest(:topics, :keys, :ids, :types, :times, :traceparents, :bodies)
                     WITH ORDINALITY AS e (topic, key, event_id, type, time, traceparent, body, n)
                ORDER BY n
                """)
                .param("topics", column(events, EncodedEvent::topic))
                .param("keys", column(events, EncodedEvent::key))
                .param("ids", column(events, EncodedEvent::id))
                .param("types", column(events, EncodedEvent::type))
                .param("times", column(events, event -> event.time().toString()))
                .param("traceparents", column(events, EncodedEvent::traceparent))
                .param("bodies", column(events, EncodedEvent::body))
                .update();
    }

    private static String[] column(List<EncodedEvent> events, Function<EncodedEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }
}
