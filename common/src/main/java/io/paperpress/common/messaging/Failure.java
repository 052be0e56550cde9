package io.paperpress.common.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What an exception of a handler says about trying again. */
enum Failure {
    /** Something that is needed is away: wait as long as it takes. */
    OUTAGE,
    /** This event can never be handled: dead letter at once. */
    HOPELESS,
    /** A bug, most likely: a few tries, then dead letter. */
    UNKNOWN;

    /**
     * SQLSTATE classes after which the same statement may succeed later: connection, rollback (deadlock,
     * serialization), resources, operator intervention, system error (PostgreSQL, Appendix A).
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private static final String STATEMENT_TIMEOUT = "57014";

    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unprocessable) {
                return HOPELESS;
            }
            if (passes(cause)) {
                return OUTAGE;
            }
        }
        return UNKNOWN;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case Unavailable _ -> true;
            case TransientDataAccessException _ -> true;
            case RecoverableDataAccessException _ -> true;
            case NonTransientDataAccessResourceException _ -> true; // the database cannot be reached at all
            case CannotCreateTransactionException _ -> true;
            case SQLTransientException _ -> true;
            case SQLRecoverableException _ -> true;
            case SQLException e -> passes(e.getSQLState());
            case RetriableException _ -> true;
            default -> false;
        };
    }

    private static boolean passes(String sqlState) {
        return sqlState != null
                && sqlState.length() == 5
                && PASSING.contains(sqlState.substring(0, 2))
                && !sqlState.equals(STATEMENT_TIMEOUT);
    }
}
