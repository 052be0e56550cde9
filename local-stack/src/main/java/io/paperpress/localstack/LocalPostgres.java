package io.paperpress.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** PostgreSQL, durable as in production: what it has committed survives a crash. */
public final class LocalPostgres extends ManagedProcess {

    private static final String SUPERUSER = "postgres";
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** @param port 0 chooses a free one */
    public LocalPostgres(Path directory, int port) {
        this(Place.forTest("postgres", directory, port));
    }

    LocalPostgres(Place place) {
        super("postgres", place);
    }

    /** Creates a database and a role of the same name that owns it, with a password of its own. */
    public Database createDatabase(String name) {
        return createDatabase(name, Secrets.newPassword());
    }

    /**
     * Creates the database and the role of the same name that owns it, where they are absent, and sets the password.
     *
     * @param name lower-case letters, digits and underscores
     */
    public Database createDatabase(String name, String password) {
        if (!PLAIN_NAME.matcher(name).matches() || password.contains("'")) {
            throw new IllegalArgumentException("Not a plain database name or password: " + name);
        }
        try (var connection = connect();
                var statement = connection.createStatement()) {
            String role = exists(connection, "pg_roles where rolname", name) ? "alter" : "create";
            statement.execute("%s role %s login password '%s'".formatted(role, name, password));
            if (!exists(connection, "pg_database where datname", name)) {
                statement.execute("create database %1$s owner %1$s".formatted(name));
            }
            return new Database(name, jdbcUrl(name), name, password);
        } catch (SQLException e) {
            throw new LocalStackException(
                    "PostgreSQL could not create the database %s (%s): see %s."
                            .formatted(name, e.getMessage(), logFile()),
                    e);
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    @Override
    List<String> prepare() throws IOException {
        Identity identity = Identity.forServerWith(data());
        Path programs = Programs.find().postgres();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise(identity, programs);
        }
        dropStaleLock();
        Path server = programs.resolve("bin/postgres");
        return identity.run(
                List.of(
                        server.toString(),
                        "-D",
                        data().toString(),
                        "-p",
                        String.valueOf(port()),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=on",
                        "-c",
                        "max_connections=100",
                        "-c",
                        "shared_buffers=96MB",
                        "-c",
                        "max_wal_size=512MB"),
                server,
                directory());
    }

    @Override
    boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** The fast shutdown of PostgreSQL: it does not wait for clients to leave. */
    @Override
    String stopSignal() {
        return "INT";
    }

    private void initialise(Identity identity, Path programs) throws IOException {
        // A first try that was interrupted may have left a part.
        Trees.delete(data());
        Files.createDirectories(data());
        Secrets.write(passwordFile(), Secrets.newPassword());
        Path copy = directory().resolve("initial-password");
        Secrets.write(copy, superuserPassword());
        identity.own(data());
        identity.own(copy);
        Path output = directory().resolve("initdb.log");
        Path initdb = programs.resolve("bin/initdb");
        Process process = new ProcessBuilder(identity.run(
                        List.of(
                                initdb.toString(),
                                "--pgdata=" + data(),
                                "--username=" + SUPERUSER,
                                "--pwfile=" + copy,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8"),
                        initdb,
                        directory()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exitCode = Commands.exitCode(process);
        Files.delete(copy);
        if (exitCode != 0) {
            Trees.delete(data());
            throw new LocalStackException("PostgreSQL could not prepare %s:%n%s".formatted(data(), LogTail.of(output)));
        }
    }

    // After a crash the number in the lock may belong to another program by now, which PostgreSQL would respect for
    // ever.
    private void dropStaleLock() throws IOException {
        Path lock = data().resolve("postmaster.pid");
        if (Files.exists(lock)) {
            String pid = Files.readString(lock).lines().findFirst().orElse("").strip();
            Path program = Path.of("/proc", pid, "exe");
            boolean held = Files.exists(program)
                    && program.toRealPath().getFileName().toString().equals("postgres");
            if (!held) {
                Files.delete(lock);
            }
        }
    }

    private Connection connect() throws SQLException {
        try {
            return DriverManager.getConnection(
                    jdbcUrl("postgres") + "?connectTimeout=2&socketTimeout=10", SUPERUSER, superuserPassword());
        } catch (IOException e) {
            throw new SQLException("The superuser's password cannot be read", e);
        }
    }

    private static boolean exists(Connection connection, String where, String name) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from " + where + " = ?")) {
            query.setString(1, name);
            try (var result = query.executeQuery()) {
                return result.next();
            }
        }
    }

    private String superuserPassword() throws IOException {
        return Files.readString(passwordFile());
    }

    private Path passwordFile() {
        return directory().resolve("superuser-password");
    }

    private Path data() {
        return directory().resolve("data");
    }
}
