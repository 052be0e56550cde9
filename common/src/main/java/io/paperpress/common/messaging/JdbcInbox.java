package io.paperpress.common.messaging;

import io.paperpress.common.events.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox as a table: the insert itself decides who was first, so two deliveries at once cannot both win. */
final class JdbcInbox implements Inbox {

    private final JdbcClient db;
    private final TransactionTemplate mandatory;

    JdbcInbox(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.mandatory = new TransactionTemplate(transactions);
        this.mandatory.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    }

    @Override
    public <E extends Event> List<Delivery<E>> firstTime(List<Delivery<E>> batch) {
        Set<String> unseen = new HashSet<>(insert(batch));
        List<Delivery<E>> first = new ArrayList<>();
        for (Delivery<E> delivery : batch) {
            if (unseen.remove(delivery.id())) { // only once, should the batch itself repeat an event
                first.add(delivery);
            }
        }
        return first;
    }

    /** Sorted, so that two transactions with the same events wait for each other instead of locking each other out. */
    private List<String> insert(List<? extends Delivery<?>> batch) {
        String[] ids = batch.stream().map(Delivery::id).sorted().distinct().toArray(String[]::new);
        List<String> inserted = mandatory.execute(
                _ -> db.sql("""
                INSERT INTO inbox (event_id) SELECT unnest(:ids)
                ON CONFLICT DO NOTHING
                RETURNING event_id
                """).param("ids", ids).query(String.class).list());
        return inserted == null ? List.of() : inserted;
    }
}
