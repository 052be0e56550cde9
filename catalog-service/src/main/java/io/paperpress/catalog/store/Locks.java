package io.paperpress.catalog.store;

import java.util.Collection;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Names that one transaction at a time may decide about, though no row stands for them yet. Always taken in one order,
 * so that no two transactions wait for each other.
 */
@Repository
public class Locks {

    /**
     * Which papers are listed: shared by who puts papers on lists, alone for who merges or withdraws some and tells the
     * lists. Taken after papers and before lists.
     */
    public static final String STANDINGS = "standings";

    private final JdbcClient db;

    Locks(JdbcClient db) {
        this.db = db;
    }

    /** Held until the end of the transaction; a shared name keeps out only those who want it alone. */
    public void take(Collection<String> alone, Collection<String> shared) {
        if (alone.isEmpty() && shared.isEmpty()) {
            return;
        }
        db.sql("""
                SELECT CASE WHEN alone THEN pg_advisory_xact_lock(id) ELSE pg_advisory_xact_lock_shared(id) END
                FROM (SELECT hashtextextended(name, 0) AS id, bool_or(name = ANY (:alone)) AS alone
                      FROM unnest(:names) AS n (name)
                      GROUP BY 1
                      ORDER BY 1) AS sorted
                """)
                .param("alone", alone.toArray(String[]::new))
                .param(
                        "names",
                        Stream.concat(alone.stream(), shared.stream())
                                .distinct()
                                .toArray(String[]::new))
                .query(_ -> {});
    }
}
