package io.paperpress.render.publish;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database as it is at one moment, for reading. All that is rendered in one pass is read at the same moment, by
 * several connections: a page then never links to a paper that came in while it was rendered.
 */
final class Moment implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Moment.class);

    private static final long LOCK = 0x70616765L;

    private final DataSource dataSource;
    private final Connection connection;
    private final JdbcClient jdbc;
    private @Nullable String snapshot;

    private Moment(DataSource dataSource, @Nullable String shared) {
        this.dataSource = dataSource;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("Cannot read the page model", e);
        }
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        begin(shared);
    }

    static Moment now(DataSource dataSource) {
        return new Moment(dataSource, null);
    }

    /** The same moment on another connection. */
    Moment again() {
        if (snapshot == null) {
            snapshot =
                    jdbc.sql("select pg_export_snapshot()").query(String.class).single();
        }
        return new Moment(dataSource, snapshot);
    }

    /** Whether no other instance renders now: an older page must not be written over a newer one. */
    boolean isOnlyOne() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    private void begin(@Nullable String shared) {
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            if (shared != null) {
                try (var statement = connection.createStatement()) {
                    statement.execute("set transaction snapshot '" + shared + "'");
                }
            }
        } catch (SQLException e) {
            close();
            throw new CannotGetJdbcConnectionException("Cannot read the page model", e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // the pool throws a broken connection away; what was read stands
            log.debug("Could not end a read transaction", e);
        }
    }
}
