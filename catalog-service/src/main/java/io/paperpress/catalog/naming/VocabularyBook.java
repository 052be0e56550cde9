package io.paperpress.catalog.naming;

import static java.util.stream.Collectors.toMap;

import io.paperpress.catalog.paper.ShownNames;
import io.paperpress.catalog.store.NameLog;
import io.paperpress.catalog.store.PaperNames;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.catalog.store.Words;
import io.paperpress.catalog.store.Words.Keyword;
import io.paperpress.catalog.store.Words.Venue;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.events.Topics;
import io.paperpress.common.identity.RandomIds;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.common.web.ProblemException.Fault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A maintainer's word on vocabularies: checked, kept and told in one transaction, alone among all that read words. */
@Component
class VocabularyBook {

    private static final int EXAMPLES = 5;

    /** A vocabulary as the book handles it. */
    private record Kind<T>(
            NameKind kind,
            Supplier<List<T>> read,
            Consumer<List<T>> write,
            Consumer<List<T>> check,
            Function<T, String> name,
            WordEvent<T> event) {}

    private interface WordEvent<T> {
        NameEvent of(String name, @Nullable T word, long revision, java.time.Instant at, String changeId);
    }

    private final TransactionTemplate transaction;
    private final Vocabularies vocabularies;
    private final NameLog log;
    private final PaperNames papers;
    private final Renaming renaming;
    private final Outbox outbox;
    private final Clock clock;
    private final Kind<Keyword> keywords;
    private final Kind<Venue> venues;

    VocabularyBook(
            TransactionTemplate transaction,
            Vocabularies vocabularies,
            Words words,
            NameLog log,
            PaperNames papers,
            Renaming renaming,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.vocabularies = vocabularies;
        this.log = log;
        this.papers = papers;
        this.renaming = renaming;
        this.outbox = outbox;
        this.clock = clock;
        this.keywords = new Kind<>(
                NameKind.KEYWORD,
                words::keywords,
                words::replaceKeywords,
                VocabularyChecks::keywords,
                Keyword::id,
                WordEvents::of);
        this.venues = new Kind<>(
                NameKind.VENUE,
                words::venues,
                words::replaceVenues,
                VocabularyChecks::venues,
                Venue::name,
                WordEvents::of);
    }

    void changeKeywords(UnaryOperator<List<Keyword>> change, String by) {
        change(keywords, change, by);
    }

    void changeVenues(UnaryOperator<List<Venue>> change, String by) {
        change(venues, change, by);
    }

    private <T> void change(Kind<T> kind, UnaryOperator<List<T>> change, String by) {
        transaction.executeWithoutResult(_ -> {
            vocabularies.alone();
            var before = kind.read().get();
            var after = change.apply(before);
            kind.check().accept(after);
            var old = named(kind, before);
            var now = named(kind, after);
            unused(
                    kind,
                    old.keySet().stream().filter(name -> !now.containsKey(name)).toList());
            kind.write().accept(after);
            tell(kind, old, named(kind, kind.read().get()), by);
        });
        renaming.wake();
    }

    private static <T> Map<String, T> named(Kind<T> kind, List<T> words) {
        return words.stream().collect(toMap(kind.name(), word -> word, (one, _) -> one, LinkedHashMap::new));
    }

    private void unused(Kind<?> kind, Collection<String> dropped) {
        var faults = new ArrayList<Fault>();
        for (String name : dropped) {
            String key = ShownNames.key(kind.kind(), name);
            var examples = papers.under(key, EXAMPLES);
            if (!examples.isEmpty()) {
                faults.add(new Fault(
                        null,
                        null,
                        "“%s” stands on %,d papers: %s%s"
                                .formatted(
                                        name,
                                        papers.count(key),
                                        String.join(", ", examples),
                                        examples.size() == EXAMPLES ? " …" : "")));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.inUse(
                    "Words that papers bear stay in the vocabulary; an alias gives them another name. Nothing was changed.",
                    faults);
        }
    }

    private <T> void tell(Kind<T> kind, Map<String, T> old, Map<String, T> now, String by) {
        var changed = new LinkedHashSet<>(old.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(name -> java.util.Objects.equals(old.get(name), now.get(name)));
        if (changed.isEmpty()) {
            return;
        }
        String changeId = RandomIds.next();
        var at = clock.instant();
        log.add(changeId, "vocabulary:" + kind.kind().slug(), only(old, changed), only(now, changed), by, at);
        vocabularies.changed();
        lookAgain(kind, old, now, changed, changeId, by);
        outbox.append(changed.stream()
                .map(name -> {
                    String key = kind.kind().slug() + ":" + name;
                    return new OutgoingEvent(
                            Topics.NAMES, key, kind.event().of(name, now.get(name), log.next(key), at, changeId));
                })
                .toList());
    }

    private static <T> List<T> only(Map<String, T> words, Set<String> names) {
        return names.stream().filter(words::containsKey).map(words::get).toList();
    }

    /** What curation was told of papers may be otherwise now: unknown words, venues that disagree. */
    private <T> void lookAgain(
            Kind<T> kind, Map<String, T> old, Map<String, T> now, Set<String> changed, String changeId, String by) {
        var comeOrGone = changed.stream()
                .filter(name -> !old.containsKey(name) || !now.containsKey(name))
                .map(name -> ShownNames.key(kind.kind(), name))
                .toList();
        if (!comeOrGone.isEmpty()) {
            papers.lookAgain(comeOrGone, changeId, by);
        }
        var phrases = new HashSet<>(phrases(old, changed));
        var kept = phrases(now, changed);
        phrases.addAll(kept);
        var known = phrases(old, changed);
        phrases.removeIf(phrase -> known.contains(phrase) && kept.contains(phrase));
        if (!phrases.isEmpty()) {
            papers.lookAgainAtVenues(phrases, changeId, by);
        }
    }

    private static <T> Set<String> phrases(Map<String, T> words, Set<String> names) {
        var phrases = new HashSet<String>();
        only(words, names).forEach(word -> {
            if (word instanceof Venue venue) {
                phrases.addAll(venue.phrases());
            }
        });
        return phrases;
    }
}
