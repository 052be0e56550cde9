package io.paperpress.catalog.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables that an export holds: all of the database but those that are named here, as the schema has them today. */
final class Tables {

    /** What is not of the catalogue, or comes about by itself, and why. */
    static final Map<String, String> LEFT_OUT = Map.of(
            "flyway_schema_history", "the schema's, not the catalogue's; the header of an export names its version",
            "outbox", "what is on its way; restoring tells everything anew",
            "inbox", "deliveries of one broker; what was decided stands in submission_outcome",
            "outbound_host", "when hosts may be asked again, a matter of seconds",
            "change", "what was told so far; restoring tells everything anew",
            "change_log", "the name of that log; a restored catalogue begins another");

    /** The tables without which a catalogue is empty; vocabularies come with the schema. */
    static final List<String> WORK = List.of(
            "paper",
            "reading_list",
            "submission_outcome",
            "review",
            "pending_list",
            "alias",
            "distinct_papers",
            "trusted_submitter");

    /**
     * One table.
     *
     * @param columns those that are written: not the computed ones, nor numbers of the server's transactions
     * @param order columns of the primary key, quoted and joined
     */
    record Table(String name, List<String> columns, String order) {

        String quoted() {
            return quote(name);
        }

        String quotedColumns() {
            return String.join(", ", columns.stream().map(Tables::quote).toList());
        }
    }

    private record Reference(String from, String to) {}

    private final JdbcClient db;

    Tables(JdbcClient db) {
        this.db = db;
    }

    /** The version of the schema, by which an export and a catalogue know each other. */
    String schemaVersion() {
        return db.sql("""
                SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL
                ORDER BY string_to_array(version, '.')::int[] DESC
                LIMIT 1
                """).query(String.class).single();
    }

    /** Where sequences stand that no column owns. */
    Map<String, Long> sequences() {
        var sequences = new TreeMap<String, Long>();
        db.sql("""
                SELECT sequencename, coalesce(last_value, start_value - 1) FROM pg_sequences
                WHERE schemaname = current_schema()
                  AND NOT EXISTS (SELECT FROM pg_depend
                                  WHERE objid = quote_ident(sequencename)::regclass AND deptype IN ('a', 'i'))
                """).query(row -> {
            sequences.put(row.getString(1), row.getLong(2));
        });
        return sequences;
    }

    /** A table comes after those that its rows refer to. */
    List<Table> all() {
        var names = db.sql("""
                SELECT relname FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                ORDER BY relname
                """).query((row, _) -> row.getString(1)).list().stream()
                .filter(name -> !LEFT_OUT.containsKey(name))
                .toList();
        var references = references();
        var sorted = new ArrayList<String>();
        var visited = new HashSet<String>();
        names.forEach(name -> visit(name, names, references, visited, sorted));
        return sorted.stream().map(this::table).toList();
    }

    private static void visit(
            String name, List<String> names, List<Reference> references, Set<String> visited, List<String> sorted) {
        if (names.contains(name) && visited.add(name)) {
            references.stream()
                    .filter(reference -> reference.from().equals(name))
                    .forEach(reference -> visit(reference.to(), names, references, visited, sorted));
            sorted.add(name);
        }
    }

    private List<Reference> references() {
        return db.sql("""
                SELECT a.relname, b.relname
                FROM pg_constraint c JOIN pg_class a ON a.oid = c.conrelid JOIN pg_class b ON b.oid = c.confrelid
                WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace
                ORDER BY 1, 2
                """)
                .query((row, _) -> new Reference(row.getString(1), row.getString(2)))
                .list();
    }

    private Table table(String name) {
        var columns = db.sql("""
                SELECT attname FROM pg_attribute
                WHERE attrelid = :table::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
                  AND atttypid <> 'xid8'::regtype
                ORDER BY attnum
                """)
                .param("table", quote(name))
                .query((row, _) -> row.getString(1))
                .list();
        var key = db.sql("""
                SELECT a.attname FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k (attnum, n)
                     JOIN pg_attribute a ON a.attrelid = :table::regclass AND a.attnum = k.attnum
                WHERE i.indrelid = :table::regclass AND i.indisprimary
                ORDER BY k.n
                """)
                .param("table", quote(name))
                .query((row, _) -> quote(row.getString(1)))
                .list();
        return new Table(name, columns, String.join(", ", key.isEmpty() ? List.of("1") : key));
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
