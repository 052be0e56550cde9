package io.paperpress.catalog.store;

import io.paperpress.catalog.paper.Vocabulary;
import io.paperpress.catalog.paper.Vocabulary.VenueAlias;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The words the catalogue knows, read again now and then. */
@Repository
public class Vocabularies {

    private record Loaded(Vocabulary vocabulary, Instant until) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Duration refresh;
    private final AtomicReference<@Nullable Loaded> loaded = new AtomicReference<>();

    Vocabularies(JdbcClient db, Clock clock, VocabularySettings settings) {
        this.db = db;
        this.clock = clock;
        this.refresh = settings.vocabularyRefresh();
    }

    public Vocabulary current() {
        Loaded known = loaded.get();
        if (known == null || known.until().isBefore(clock.instant())) {
            known = new Loaded(load(), clock.instant().plus(refresh));
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
                        .list());
    }
}
