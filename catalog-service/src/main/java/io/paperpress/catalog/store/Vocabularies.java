package io.paperpress.catalog.store;

import io.paperpress.catalog.paper.Aliases;
import io.paperpress.catalog.paper.Aliases.Alias;
import io.paperpress.catalog.paper.Vocabulary;
import io.paperpress.catalog.paper.Vocabulary.VenueAlias;
import io.paperpress.common.events.NameKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The words and names the catalogue knows. Whoever decides anything reads them under a lock that all share, and whoever
 * changes them holds it alone: after a change no transaction on any instance decides by what was before.
 */
@Repository
public class Vocabularies {

    private record Loaded(Vocabulary vocabulary, long version) {}

    private static final long LOCK = 0x6e616d6573L;

    private final JdbcClient db;
    private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();

    Vocabularies(JdbcClient db) {
        this.db = db;
    }

    /**
     * What holds now; within a transaction that writes, until its end. Ask before any row is locked: a change waits for
     * those who have asked, and lets nobody ask meanwhile.
     */
    public Vocabulary current() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return newest();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Vocabulary held) {
            return held;
        }
        db.sql("SELECT pg_advisory_xact_lock_shared(:lock)").param("lock", LOCK).query(_ -> {});
        var held = newest();
        TransactionSynchronizationManager.bindResource(this, held);
        TransactionSynchronizationManager.registerSynchronization(new Holding(held));
        return held;
    }

    /** What holds now, which nobody else reads or changes until the end of the transaction. */
    public Vocabulary alone() {
        db.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(_ -> {});
        return load();
    }

    /** To be called in the transaction of every change. */
    public void changed() {
        db.sql("UPDATE names_version SET version = nextval('names_version_number')")
                .update();
    }

    public long version() {
        return db.sql("SELECT version FROM names_version").query(Long.class).single();
    }

    private Vocabulary newest() {
        long version = version();
        Loaded known = loaded.get();
        if (known == null || known.version() != version) {
            known = new Loaded(load(), version);
            loaded.set(known);
        }
        return known.vocabulary();
    }

    private Vocabulary load() {
        return new Vocabulary(
                db.sql("SELECT keyword_id FROM keyword")
                        .query((row, _) -> row.getString(1))
                        .list(),
                db.sql("SELECT name FROM venue")
                        .query((row, _) -> row.getString(1))
                        .list(),
                // the longer phrase is the more telling one
                db.sql("SELECT phrase, venue FROM venue_alias ORDER BY length(phrase) DESC, phrase")
                        .query((row, _) -> new VenueAlias(row.getString("phrase"), row.getString("venue")))
                        .list(),
                aliases());
    }

    private Aliases aliases() {
        var all = db.sql("SELECT kind, name, canonical, orcid, papers FROM alias")
                .query((row, _) -> alias(row))
                .list();
        return all.isEmpty() ? Aliases.NONE : new Aliases(all);
    }

    static Alias alias(ResultSet row) throws SQLException {
        return new Alias(
                NameKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("name"),
                row.getString("canonical"),
                row.getString("orcid"),
                Set.of((String[]) row.getArray("papers").getArray()));
    }

    /** Lets go of what a transaction held at its end, and while another one is in its place. */
    private final class Holding implements TransactionSynchronization {

        private final Vocabulary held;

        Holding(Vocabulary held) {
            this.held = held;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Vocabularies.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Vocabularies.this, held);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Vocabularies.this);
        }
    }
}
