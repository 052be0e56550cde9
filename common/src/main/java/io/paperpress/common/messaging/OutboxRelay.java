package io.paperpress.common.messaging;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Sends what stands in the outbox, oldest first, and deletes it once the broker has it.
 *
 * <p>Woken by the database (LISTEN/NOTIFY); looks by itself now and then, should a notification be lost. Of several
 * instances one works at a time, so the order holds. A crash between sending and deleting sends again: consumers must
 * bear that. Broker or database away: it waits with growing pauses, and goes on by itself.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final String WHO = "outbox relay";
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(3);
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final JdbcConnectionDetails database;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final CloudEvents cloudEvents;
    private final Broker broker;
    private final Outages outages;
    private final MessagingSettings settings;
    private final List<SentEvents> heard;
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    OutboxRelay(
            JdbcConnectionDetails database,
            JdbcClient db,
            TransactionTemplate transaction,
            CloudEvents cloudEvents,
            Broker broker,
            Outages outages,
            MessagingSettings settings,
            List<SentEvents> heard) {
        this.database = database;
        this.db = db;
        this.transaction = transaction;
        this.cloudEvents = cloudEvents;
        this.broker = broker;
        this.outages = outages;
        this.settings = settings;
        this.heard = List.copyOf(heard);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }

    private void run() {
        var pauses = new ExponentialBackOff(settings.firstPause().toMillis(), 2);
        pauses.setMaxInterval(settings.longestPause().toMillis());
        BackOffExecution pause = pauses.start();
        while (running) {
            try (Connection listening = listen()) {
                while (running) {
                    sendAll();
                    pause = pauses.start();
                    awaitWork(listening.unwrap(PGConnection.class));
                }
            } catch (SQLException | RuntimeException e) { // whatever it is: this thread must outlive it
                if (running) {
                    waits(e, Duration.ofMillis(pause.nextBackOff()));
                }
            }
        }
    }

    /** A connection of its own: one of the pool would go back there still listening. */
    private Connection listen() throws SQLException {
        var properties = new Properties();
        PGProperty.USER.set(properties, database.getUsername());
        PGProperty.PASSWORD.set(properties, database.getPassword());
        PGProperty.CONNECT_TIMEOUT.set(properties, 3);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        Connection connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN paperpress_outbox");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Short waits in a row rather than a long one, so that the service can stop. */
    private void awaitWork(PGConnection listening) throws SQLException {
        long until = System.nanoTime() + settings.relayPoll().toNanos();
        while (running && System.nanoTime() < until) {
            var notifications = listening.getNotifications((int) GLANCE.toMillis());
            if (notifications != null && notifications.length > 0) {
                return;
            }
        }
    }

    private void sendAll() {
        int sent;
        do {
            sent = Objects.requireNonNull(transaction.execute(_ -> sendOldest()));
        } while (running && sent == settings.relayBatch());
        if (outages.over(WHO)) {
            log.info("The {} goes on", WHO);
        }
    }

    private int sendOldest() {
        if (!onlyOne()) {
            return 0;
        }
        List<Row> rows = db.sql("SELECT * FROM outbox ORDER BY id LIMIT :limit")
                .param("limit", settings.relayBatch())
                .query(Row::of)
                .list();
        if (!rows.isEmpty()) {
            var events = rows.stream().map(Row::event).toList();
            broker.send(events.stream().map(cloudEvents::toRecord).toList());
            heard.forEach(hearer ->
                    hearer.sent(events.stream().map(SentEvents.SentEvent::of).toList()));
            db.sql("DELETE FROM outbox WHERE id = ANY (:ids)")
                    .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                    .update();
        }
        return rows.size();
    }

    /** The lock goes with the transaction. It is a statement of its own: the next one must see what the last holder did. */
    private boolean onlyOne() {
        return db.sql("SELECT pg_try_advisory_xact_lock(hashtext('paperpress_outbox'))")
                .query(Boolean.class)
                .single();
    }

    private void waits(Exception e, Duration pause) {
        if (outages.began(WHO, e)) {
            log.warn("The {} waits, as long as it takes", WHO, e);
        }
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread working = thread;
        try {
            if (working != null && !working.join(FAREWELL)) {
                working.interrupt(); // the transaction rolls back, and what was sent is sent again
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record Row(long id, EncodedEvent event) {

        static Row of(ResultSet row, int ignored) throws SQLException {
            return new Row(
                    row.getLong("id"),
                    new EncodedEvent(
                            row.getString("topic"),
                            row.getString("key"),
                            row.getString("event_id"),
                            row.getString("type"),
                            row.getObject("time", OffsetDateTime.class).toInstant(),
                            row.getString("traceparent"),
                            row.getString("body")));
        }
    }
}
