package io.paperpress.catalog.naming;

import io.paperpress.catalog.paper.Aliases;
import io.paperpress.catalog.paper.ShownNames;
import io.paperpress.catalog.store.AliasRows;
import io.paperpress.catalog.store.AliasRows.Row;
import io.paperpress.catalog.store.NameLog;
import io.paperpress.catalog.store.PaperNames;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.common.events.AliasChanged;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.events.ScopedName;
import io.paperpress.common.events.Topics;
import io.paperpress.common.identity.NameFold;
import io.paperpress.common.identity.RandomIds;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A maintainer's word on aliases: kept, told and handed on to {@link Renaming} in one transaction, alone among all that
 * read names.
 */
@Component
class AliasBook {

    /**
     * What a name is to be an alias of.
     *
     * @param orcid of the bylines for which that holds; {@code null} for all
     * @param papers ids of those for which that holds; empty for all
     */
    record Wanted(
            NameKind kind,
            String name,
            String canonical,
            @Nullable String orcid,
            List<String> papers) {

        Wanted {
            papers = papers.stream().distinct().sorted().toList();
        }

        String scope() {
            if (orcid != null) {
                return "orcid:" + orcid;
            }
            return papers.isEmpty() ? AliasRows.EVERYWHERE : "as:" + NameFold.of(canonical);
        }
    }

    private final TransactionTemplate transaction;
    private final Vocabularies vocabularies;
    private final AliasRows aliases;
    private final AliasChecks checks;
    private final NameLog log;
    private final PaperNames papers;
    private final Renaming renaming;
    private final Outbox outbox;
    private final Clock clock;

    AliasBook(
            TransactionTemplate transaction,
            Vocabularies vocabularies,
            AliasRows aliases,
            AliasChecks checks,
            NameLog log,
            PaperNames papers,
            Renaming renaming,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.vocabularies = vocabularies;
        this.aliases = aliases;
        this.checks = checks;
        this.log = log;
        this.papers = papers;
        this.renaming = renaming;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return all aliases of the name then; saying the same again changes nothing */
    List<Row> put(Wanted asked, String by) {
        var wanted = checks.readable(asked);
        String folded = NameFold.of(wanted.name());
        List<Row> now = Objects.requireNonNull(transaction.execute(_ -> {
            var known = vocabularies.alone().aliases();
            var before = aliases.of(wanted.kind(), folded);
            var row = row(wanted, folded, by);
            if (before.stream().anyMatch(other -> other.scope().equals(row.scope()) && other.says(row))) {
                return before;
            }
            checks.possible(wanted, known, before);
            aliases.put(row);
            return told(wanted.kind(), row, known, before, by);
        }));
        renaming.wake();
        return now;
    }

    /** @param which of the aliases of the name go */
    void delete(NameKind kind, String name, Predicate<Row> which, String by) {
        String folded = NameFold.of(name);
        transaction.executeWithoutResult(_ -> {
            var known = vocabularies.alone().aliases();
            var before = aliases.of(kind, folded);
            var gone = before.stream().filter(which).toList();
            if (gone.isEmpty()) {
                throw Refusal.noAlias();
            }
            gone.forEach(aliases::delete);
            told(kind, gone.getFirst(), known, before, by);
        });
        renaming.wake();
    }

    private Row row(Wanted wanted, String folded, String by) {
        return new Row(
                wanted.kind(),
                folded,
                wanted.scope(),
                wanted.name(),
                wanted.canonical(),
                NameFold.of(wanted.canonical()),
                wanted.orcid(),
                wanted.papers(),
                RandomIds.next(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Whoever came to the name so far, or comes to it now, is looked at again. */
    private List<Row> told(NameKind kind, Row changed, Aliases known, List<Row> before, String by) {
        var after = aliases.of(kind, changed.folded());
        var now = clock.instant();
        String changeId = RandomIds.next();
        String key = "alias:" + kind.slug() + ":" + changed.folded();
        log.add(changeId, key, before.isEmpty() ? null : before, after.isEmpty() ? null : after, by, now);
        vocabularies.changed();
        papers.lookAgain(keys(kind, known.leadingTo(kind, changed.name())), changeId, by);
        outbox.append(
                List.of(new OutgoingEvent(Topics.NAMES, key, event(kind, changed, after, log.next(key), changeId))));
        return after;
    }

    private AliasChanged event(NameKind kind, Row changed, List<Row> rows, long revision, String changeId) {
        return event(kind, changed.name(), changed.folded(), rows, revision, clock.instant(), changeId);
    }

    static AliasChanged event(
            NameKind kind,
            String name,
            String folded,
            List<Row> rows,
            long revision,
            java.time.Instant at,
            String changeId) {
        return new AliasChanged(
                kind,
                name,
                folded,
                revision,
                at,
                changeId,
                rows.stream()
                        .filter(row -> row.scope().equals(AliasRows.EVERYWHERE))
                        .map(Row::canonical)
                        .findFirst()
                        .orElse(null),
                rows.stream()
                        .filter(row -> !row.scope().equals(AliasRows.EVERYWHERE))
                        .map(row -> new ScopedName(row.canonical(), row.orcid(), row.papers()))
                        .toList());
    }

    static Set<String> keys(NameKind kind, Set<String> folded) {
        return folded.stream().map(name -> ShownNames.key(kind, name)).collect(Collectors.toSet());
    }
}
