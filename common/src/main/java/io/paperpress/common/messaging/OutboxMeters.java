package io.paperpress.common.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many events wait in the outbox, and for how long; unknown while the database is away. */
final class OutboxMeters implements MeterBinder {

    private final JdbcClient db;

    OutboxMeters(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("paperpress.outbox.pending", () -> ask("SELECT count(*) FROM outbox"))
                .description("Events that the broker has not acknowledged yet")
                .register(registry);
        Gauge.builder(
                        "paperpress.outbox.age",
                        () -> ask("SELECT coalesce(extract(epoch FROM now() - min(time)), 0) FROM outbox"))
                .description("Age of the oldest of them")
                .baseUnit("seconds")
                .register(registry);
    }

    private double ask(String sql) {
        try {
            return db.sql(sql).query(Double.class).single();
        } catch (DataAccessException _) {
            return Double.NaN;
        }
    }
}
