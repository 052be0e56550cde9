package io.paperpress.catalog.outbound;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose turn it is to ask a host: kept in the database, for all instances and over every start. */
@Repository
class Hosts {

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);

    private final JdbcClient db;

    Hosts(JdbcClient db) {
        this.db = db;
    }

    /** Returns when the host may be asked, and keeps everybody else from asking it for the time of the pause. */
    void awaitTurn(String host, Duration pause) throws InterruptedException {
        for (Duration wait = turn(host, pause); wait.isPositive(); wait = turn(host, pause)) {
            Thread.sleep(wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP);
        }
    }

    /** Nobody asks the host for this time. */
    void leaveAlone(String host, Duration pause) {
        db.sql("""
                INSERT INTO outbound_host (host, free_at) VALUES (:host, now() + :millis * interval '1 ms')
                ON CONFLICT (host) DO UPDATE SET free_at = greatest(outbound_host.free_at, excluded.free_at)
                """).param("host", host).param("millis", pause.toMillis()).update();
    }

    /** How long to wait before trying again; zero where the turn was given. */
    private Duration turn(String host, Duration pause) {
        int given = db.sql("""
                INSERT INTO outbound_host (host, free_at)
                VALUES (:host, clock_timestamp() + :millis * interval '1 ms')
                ON CONFLICT (host) DO UPDATE SET free_at = excluded.free_at
                WHERE outbound_host.free_at <= clock_timestamp()
                """)
                .param("host", host)
                .param("millis", pause.toMillis())
                .update();
        if (given > 0) {
            return Duration.ZERO;
        }
        long millis = db.sql("""
                SELECT ceil(extract(epoch FROM free_at - clock_timestamp()) * 1000)::bigint
                FROM outbound_host WHERE host = :host
                """).param("host", host).query(Long.class).single();
        return Duration.ofMillis(Math.max(1, millis));
    }
}
