package io.paperpress.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class FailureTest {

    @Test
    void whatIsAwayMayComeBack() {
        assertThat(Failure.of(new Unavailable("away", new RuntimeException()))).isEqualTo(Failure.OUTAGE);
        assertThat(Failure.of(new CannotGetJdbcConnectionException("away", new SQLTransientConnectionException())))
                .isEqualTo(Failure.OUTAGE);
        assertThat(Failure.of(new CannotCreateTransactionException("away"))).isEqualTo(Failure.OUTAGE);
        assertThat(Failure.of(new IllegalStateException(new TimeoutException("broker"))))
                .isEqualTo(Failure.OUTAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "58030"})
    void aStateOfTheDatabaseThatPassesIsAnOutage(String sqlState) {
        assertThat(Failure.of(new IllegalStateException(new SQLException("passing", sqlState))))
                .isEqualTo(Failure.OUTAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22001", "57014"})
    void aStatementTheDatabaseRefusesIsABug(String sqlState) {
        assertThat(Failure.of(new IllegalStateException(new SQLException("refused", sqlState))))
                .isEqualTo(Failure.UNKNOWN);
        assertThat(Failure.of(new DataIntegrityViolationException("refused"))).isEqualTo(Failure.UNKNOWN);
    }

    @Test
    void aFailedRollbackDoesNotHideTheOutageThatCausedIt() {
        var hiding = new TransactionSystemException("rollback failed");
        hiding.initApplicationException(new RuntimeException(new SQLException("terminated", "57P01")));

        assertThat(Failure.of(hiding)).isEqualTo(Failure.OUTAGE);
    }

    @Test
    void whatCanNeverSucceedIsHopelessWhateverItsCause() {
        assertThat(Failure.of(new Unprocessable("no", new SQLException("away", "08006"))))
                .isEqualTo(Failure.HOPELESS);
    }

    @Test
    void anythingElseIsUnknown() {
        assertThat(Failure.of(new NullPointerException())).isEqualTo(Failure.UNKNOWN);
        assertThat(Failure.of(new StackOverflowError())).isEqualTo(Failure.UNKNOWN);
    }
}
