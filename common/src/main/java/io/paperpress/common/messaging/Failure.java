package io.paperpress.common.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What an exception of a handler says about trying again. */
enum Failure {
    /** Something that is needed is away: wait as long as it takes. */
    OUTAGE,
    /** This event can never be handled: dead letter at once. */
    HOPELESS,
    /** A bug, most likely: a few tries, then dead letter. */
    UNKNOWN;

    private static final List<Class<? extends Throwable>> PASSING_EXCEPTIONS = List.of(
            Unavailable.class,
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            NonTransientDataAccessResourceException.class, // the database cannot be reached at all
            CannotCreateTransactionException.class,
            SQLTransientException.class,
            SQLRecoverableException.class,
            RetriableException.class);

    /**
     * SQLSTATE classes after which the same statement may succeed later: connection, rollback (deadlock,
     * serialization), resources, operator intervention, system error (PostgreSQL, Appendix A).
     */
    private static final Set<String> PASSING_STATES = Set.of("08", "40", "53", "57", "58");

    private static final String STATEMENT_TIMEOUT = "57014";

    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            if (cause instanceof Unprocessable) {
                return HOPELESS;
            }
            if (passes(cause)) {
                return OUTAGE;
            }
        }
        return UNKNOWN;
    }

    private static @Nullable Throwable next(Throwable cause) {
        // A rollback that fails hides what made it necessary.
        return cause instanceof TransactionSystemException hiding && hiding.getApplicationException() != null
                ? hiding.getApplicationException()
                : cause.getCause();
    }

    private static boolean passes(Throwable cause) {
        return PASSING_EXCEPTIONS.stream().anyMatch(type -> type.isInstance(cause))
                || cause instanceof SQLException e && passes(e.getSQLState());
    }

    /** Without a state it comes from the connection pool, not from the database. */
    private static boolean passes(@Nullable String sqlState) {
        return sqlState == null
                || sqlState.length() == 5
                        && PASSING_STATES.contains(sqlState.substring(0, 2))
                        && !sqlState.equals(STATEMENT_TIMEOUT);
    }
}
