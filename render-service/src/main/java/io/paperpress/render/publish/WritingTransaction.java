package io.paperpress.render.publish;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One writer of the page model at a time: counts and page breaks are shared by all papers, and change numbers become
 * visible in their order.
 */
@Component
class WritingTransaction {

    private static final long LOCK = 0x70617065727072L;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    WritingTransaction(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    void run(Runnable work) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(rs -> {});
            work.run();
        });
    }

    /** Number of the change that is being written. */
    long nextChange() {
        return jdbc.sql("select nextval('change_number')").query(Long.class).single();
    }
}
