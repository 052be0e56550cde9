package io.paperpress.catalog.naming;

import static java.util.stream.Collectors.groupingBy;

import io.paperpress.catalog.store.AliasRows;
import io.paperpress.catalog.store.NameLog;
import io.paperpress.catalog.store.Words;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.events.Topics;
import io.paperpress.common.identity.RandomIds;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells every name and word as it is, at the revision that was told last: for a topic that does not know them yet. */
@Component
public class AllNames {

    private final AliasRows aliases;
    private final Words words;
    private final NameLog log;
    private final Outbox outbox;
    private final Clock clock;

    AllNames(AliasRows aliases, Words words, NameLog log, Outbox outbox, Clock clock) {
        this.aliases = aliases;
        this.words = words;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** To be called in a transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellAll() {
        var known = log.all();
        var told = new ArrayList<NameEvent>();
        var now = clock.instant();
        String changeId = RandomIds.next();
        words.keywords()
                .forEach(word -> told.add(
                        WordEvents.of(word.id(), word, revision("keyword:" + word.id(), known), now, changeId)));
        words.venues()
                .forEach(word -> told.add(
                        WordEvents.of(word.name(), word, revision("venue:" + word.name(), known), now, changeId)));
        for (NameKind kind : NameKind.values()) {
            tellAliases(kind, known, now, told);
        }
        outbox.append(told.stream()
                .map(event -> new OutgoingEvent(Topics.NAMES, event.key(), event))
                .toList());
    }

    private void tellAliases(NameKind kind, Map<String, Long> known, Instant now, ArrayList<NameEvent> told) {
        aliases.after(kind, "", "", Integer.MAX_VALUE, null).stream()
                .collect(groupingBy(AliasRows.Row::folded))
                .forEach((folded, rows) -> {
                    var first = rows.getFirst();
                    told.add(AliasBook.event(
                            kind,
                            first.name(),
                            folded,
                            rows,
                            revision("alias:" + kind.slug() + ":" + folded, known),
                            now,
                            first.changeId()));
                });
    }

    private long revision(String key, Map<String, Long> known) {
        Long told = known.get(key);
        return told == null ? log.next(key) : told;
    }
}
