package io.paperpress.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {

    @TempDir
    static Path directory;

    static LocalPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = new LocalPostgres(directory, 0);
        postgres.start();
    }

    @AfterAll
    static void stop() {
        postgres.stop();
        assertThat(postgres.isRunning()).isFalse();
    }

    @Test
    void keepsItsDataWhenItIsStoppedAndStarted() throws SQLException {
        Database database = postgres.createDatabase("stopped");
        execute(database, "create table paper (title text)");
        execute(database, "insert into paper values ('FlexPrefill')");

        postgres.stop();
        postgres.start();

        assertThat(count(database)).isEqualTo(1);
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws SQLException {
        Database database = postgres.createDatabase("killed");
        execute(database, "create table paper (title text)");
        for (int i = 0; i < 100; i++) {
            execute(database, "insert into paper values ('paper " + i + "')");
        }

        postgres.kill();
        assertThat(postgres.isRunning()).isFalse();
        postgres.start();

        assertThat(count(database)).isEqualTo(100);
    }

    @Test
    void writesThroughToTheDisk() throws SQLException {
        assertThat(text(postgres.createDatabase("durable"), "show fsync")).isEqualTo("on");
        assertThat(text(postgres.createDatabase("durable"), "show synchronous_commit"))
                .isEqualTo("on");
    }

    @Test
    void creatingADatabaseAgainKeepsItAndSetsThePassword() throws SQLException {
        execute(postgres.createDatabase("again", "first"), "create table paper (title text)");

        Database again = postgres.createDatabase("again", "second");

        assertThat(count(again)).isZero();
        assertThatThrownBy(() -> DriverManager.getConnection(again.jdbcUrl(), "again", "first"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void hangsWhilePausedAndGoesOnAfterwards() throws SQLException {
        Database database = postgres.createDatabase("paused");

        postgres.pause();
        assertThat(postgres.isRunning()).isTrue();
        assertThatThrownBy(() -> DriverManager.getConnection(
                        database.jdbcUrl() + "?connectTimeout=1&socketTimeout=1", "paused", database.password()))
                .isInstanceOf(SQLException.class);
        postgres.resume();

        assertThat(text(database, "select 'awake'")).isEqualTo("awake");
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path other) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new LocalPostgres(other, taken.getLocalPort()).start())
                    .isInstanceOf(LocalStackException.class)
                    .hasMessage("Port %d, which postgres needs, is taken by another program: "
                                    .formatted(taken.getLocalPort())
                            + "stop that program or choose another port.");
        }
    }

    @Test
    void aServerThatDiesAtOnceShowsTheEndOfItsLog(@TempDir Path broken) throws IOException {
        Files.createDirectories(broken.resolve("data"));
        Files.writeString(broken.resolve("data/PG_VERSION"), "9\n");
        Files.createFile(broken.resolve("data/postgresql.conf"));
        assertThatThrownBy(() -> new LocalPostgres(broken, 0).start())
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("ended while it started")
                .hasMessageContaining("FATAL");
    }

    @Test
    void anotherProgramOnTheSameDirectoryFindsItRunning() {
        var same = new LocalPostgres(directory, postgres.port());

        assertThat(same.process()).isEqualTo(postgres.process());
        assertThat(same.isReady()).isTrue();
    }

    @Test
    void theSuperusersPasswordIsForItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("superuser-password"))))
                .isEqualTo("rw-------");
    }

    private static int count(Database database) throws SQLException {
        return Integer.parseInt(text(database, "select count(*) from paper"));
    }

    private static String text(Database database, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
