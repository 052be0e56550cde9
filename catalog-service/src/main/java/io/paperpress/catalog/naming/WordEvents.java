package io.paperpress.catalog.naming;

import io.paperpress.catalog.store.Words.Keyword;
import io.paperpress.catalog.store.Words.Venue;
import io.paperpress.common.events.KeywordChanged;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.VenueChanged;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words as events tell them. */
final class WordEvents {

    private WordEvents() {}

    static NameEvent of(String id, @Nullable Keyword word, long revision, Instant at, String changeId) {
        return word == null
                ? new KeywordChanged(id, revision, at, changeId, null, 0, null)
                : new KeywordChanged(id, revision, at, changeId, word.label(), word.order(), word.parent());
    }

    static NameEvent of(String name, @Nullable Venue word, long revision, Instant at, String changeId) {
        return word == null
                ? new VenueChanged(name, revision, at, changeId, null, null, List.of())
                : new VenueChanged(name, revision, at, changeId, word.colour(), word.kind(), word.phrases());
    }
}
