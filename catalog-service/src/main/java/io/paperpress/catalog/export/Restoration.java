package io.paperpress.catalog.export;

import io.paperpress.catalog.export.Export.Header;
import io.paperpress.catalog.export.ExportLines.Row;
import io.paperpress.catalog.export.Tables.Table;
import io.paperpress.common.messaging.Outbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts an export into an empty catalogue and tells everything anew, in one transaction: whatever is wrong with the
 * export, the catalogue is as empty as before.
 */
final class Restoration {

    private static final int ROWS_AT_ONCE = 500;
    private static final int CHARACTERS_AT_ONCE = 4 << 20;

    private final JdbcClient db;
    private final Tables tables;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final List<Retelling> retellings;

    Restoration(JdbcClient db, PlatformTransactionManager transactions, Outbox outbox, List<Retelling> retellings) {
        this.db = db;
        this.tables = new Tables(db);
        this.transaction = new TransactionTemplate(transactions);
        this.outbox = outbox;
        this.retellings = List.copyOf(retellings);
    }

    /**
     * Nothing else is written meanwhile; reading goes on.
     *
     * @return rows by table; empty where the catalogue is not
     * @throws DamagedExport when it is none, is not whole, or is of another version
     */
    Optional<Map<String, Long>> restore(InputStream export) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var all = tables.all();
            lock(all);
            return isEmpty() ? Optional.of(restored(export, all)) : Optional.<Map<String, Long>>empty();
        }));
    }

    private Map<String, Long> restored(InputStream export, List<Table> all) {
        try {
            var lines = new ExportLines(export);
            var header = checked(lines);
            db.sql("SET CONSTRAINTS ALL DEFERRED").update();
            all.reversed()
                    .forEach(table -> db.sql("DELETE FROM " + table.quoted()).update());
            fill(lines, all);
            settle(lines);
            all.forEach(this::continueNumbers);
            continueSequences(header);
            retellings.forEach(retelling -> retelling.retell(outbox::append));
            return lines.counted();
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    private void lock(List<Table> all) {
        db.sql("LOCK TABLE %s IN EXCLUSIVE MODE"
                        .formatted(all.stream().map(Table::quoted).collect(Collectors.joining(", "))))
                .update();
    }

    private boolean isEmpty() {
        return Tables.WORK.stream()
                .noneMatch(table -> db.sql("SELECT EXISTS (SELECT FROM %s)".formatted(Tables.quote(table)))
                        .query(Boolean.class)
                        .single());
    }

    private Header checked(ExportLines lines) throws IOException {
        var header = lines.header();
        if (header.format() != Export.FORMAT) {
            throw new DamagedExport(
                    1, "Its format is %d; this catalogue reads %d.".formatted(header.format(), Export.FORMAT));
        }
        if (!tables.schemaVersion().equals(header.schema())) {
            throw new DamagedExport(
                    1,
                    "It was made at schema version %s, and this catalogue is at %s: restore it with the version of the software that made it, and upgrade then."
                            .formatted(header.schema(), tables.schemaVersion()));
        }
        return header;
    }

    /** What waited until all rows are there. */
    private void settle(ExportLines lines) {
        try {
            db.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
        } catch (DataIntegrityViolationException unfit) {
            throw new DamagedExport(
                    lines.line(),
                    "A row refers to one that is missing: "
                            + unfit.getMostSpecificCause().getMessage());
        }
    }

    private void continueSequences(Header header) {
        if (header.sequences() != null) {
            var ours = tables.sequences().keySet();
            header.sequences().forEach((name, last) -> {
                if (ours.contains(name) && last > 0) {
                    db.sql("SELECT setval(quote_ident(:name)::regclass, :last)")
                            .param("name", name)
                            .param("last", last)
                            .query(_ -> {});
                }
            });
        }
    }

    private void fill(ExportLines lines, List<Table> all) throws IOException {
        var byName = all.stream().collect(Collectors.toMap(Table::name, Function.identity()));
        var waiting = new ArrayList<String>();
        String of = "";
        int characters = 0;
        for (Row row = lines.row(); row != null; row = lines.row()) {
            if (!row.table().equals(of) || waiting.size() == ROWS_AT_ONCE || characters > CHARACTERS_AT_ONCE) {
                insert(byName.get(of), waiting, lines);
                waiting.clear();
                characters = 0;
                of = row.table();
            }
            if (!byName.containsKey(of)) {
                throw new DamagedExport(lines.line(), "There is no table " + of + ".");
            }
            waiting.add(row.json());
            characters += row.json().length();
        }
        insert(byName.get(of), waiting, lines);
    }

    private void insert(@Nullable Table table, List<String> rows, ExportLines lines) {
        if (table == null || rows.isEmpty()) {
            return;
        }
        try {
            db.sql("""
                    INSERT INTO %1$s (%2$s) OVERRIDING SYSTEM VALUE
                    SELECT %2$s FROM unnest(:rows) WITH ORDINALITY AS given (row, n),
                                     json_populate_record(NULL::%1$s, given.row::json)
                    ORDER BY n
                    """.formatted(table.quoted(), table.quotedColumns()))
                    .param("rows", rows.toArray(String[]::new))
                    .update();
        } catch (DataIntegrityViolationException | BadSqlGrammarException | UncategorizedSQLException unfit) {
            throw new DamagedExport(
                    lines.line(),
                    "A row of table %s before this line cannot be kept: %s"
                            .formatted(
                                    table.name(), unfit.getMostSpecificCause().getMessage()));
        }
    }

    /** The next row gets a number after those that came with the export. */
    private void continueNumbers(Table table) {
        db.sql("""
                SELECT attname FROM pg_attribute
                WHERE attrelid = :table::regclass AND attnum > 0 AND NOT attisdropped
                  AND pg_get_serial_sequence(:table, attname) IS NOT NULL
                """)
                .param("table", table.quoted())
                .query((row, _) -> row.getString(1))
                .list()
                .forEach(column -> db.sql("""
                        SELECT setval(pg_get_serial_sequence(:table, :column), coalesce(max(%1$s), 1), max(%1$s) IS NOT NULL)
                        FROM %2$s
                        """.formatted(Tables.quote(column), table.quoted()))
                        .param("table", table.quoted())
                        .param("column", column)
                        .query(_ -> {}));
    }
}
