package io.paperpress.catalog.export;

import io.paperpress.catalog.export.Tables.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the whole catalogue as NDJSON: a header, every row of every table of {@link Tables}, and an end line without
 * which the file is not whole. All of it is one moment of the catalogue, whatever happens while it is written.
 */
final class Export {

    /** Of the form of the lines; the schema has a version of its own. */
    static final int FORMAT = 1;

    private static final int ROWS_AT_ONCE = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * The first line.
     *
     * @param sequences where those stand that no column owns
     */
    record Header(String export, int format, String schema, String at, Map<String, Long> sequences) {}

    /**
     * The last line.
     *
     * @param rows of each table
     * @param sha256 of every byte before this line
     */
    record End(boolean end, Map<String, Long> rows, String sha256) {}

    private final JdbcClient db;
    private final Tables tables;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Export(JdbcClient db, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.tables = new Tables(db);
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    void write(OutputStream to) {
        var digest = sha256();
        var lines = new DigestOutputStream(new BufferedOutputStream(to, 1 << 16), digest);
        snapshot.executeWithoutResult(_ -> {
            db.sql("SET LOCAL TIME ZONE 'UTC'").update();
            line(
                    lines,
                    JSON.writeValueAsString(new Header(
                            "paperpress",
                            FORMAT,
                            tables.schemaVersion(),
                            clock.instant().toString(),
                            tables.sequences())));
            var rows = new LinkedHashMap<String, Long>();
            tables.all().forEach(table -> rows.put(table.name(), write(table, lines)));
            String sum = HexFormat.of().formatHex(digest.digest());
            line(lines, JSON.writeValueAsString(new End(true, rows, sum)));
        });
        flush(lines);
    }

    /** The cursor keeps {@link #ROWS_AT_ONCE} rows in memory, however many there are. */
    private long write(Table table, OutputStream lines) {
        String prefix = prefix(table.name());
        var count = new long[1];
        db.sql("SELECT row_to_json(r)::text FROM (SELECT %s FROM %s ORDER BY %s) AS r"
                        .formatted(table.quotedColumns(), table.quoted(), table.order()))
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    line(lines, prefix + row.getString(1) + "}");
                    count[0]++;
                });
        return count[0];
    }

    static String prefix(String table) {
        return "{\"table\":" + JSON.writeValueAsString(table) + ",\"row\":";
    }

    private static void line(OutputStream to, String text) {
        try {
            to.write(text.getBytes(StandardCharsets.UTF_8));
            to.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void flush(OutputStream to) {
        try {
            to.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
