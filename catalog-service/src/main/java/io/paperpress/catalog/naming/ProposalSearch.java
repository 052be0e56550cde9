package io.paperpress.catalog.naming;

import static java.util.stream.Collectors.toSet;

import io.paperpress.catalog.naming.likeness.AuthorLikeness;
import io.paperpress.catalog.naming.likeness.AuthorLikeness.Author;
import io.paperpress.catalog.naming.likeness.InstitutionLikeness;
import io.paperpress.catalog.naming.likeness.Likeness;
import io.paperpress.catalog.naming.likeness.NameUse;
import io.paperpress.catalog.naming.likeness.NameWords;
import io.paperpress.catalog.naming.likeness.WordLikeness;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.ShownNames;
import io.paperpress.catalog.store.Proposals;
import io.paperpress.catalog.store.Proposals.Evidence;
import io.paperpress.catalog.store.Proposals.Proposal;
import io.paperpress.catalog.store.ShownUses;
import io.paperpress.catalog.store.ShownUses.Use;
import io.paperpress.catalog.store.Words;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.messaging.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks now and then for names that may mean the same, where papers were written since; it rests many times as long as
 * looking took. What it finds is proposed, never applied.
 */
@Component
class ProposalSearch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProposalSearch.class);

    private static final Duration LEAST_REST = Duration.ofSeconds(15);
    private static final int REST = 20;

    /** Of one kind: more than people look through in a year. */
    private static final int MOST = 5_000;

    private final ShownUses uses;
    private final Proposals proposals;
    private final Words words;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final InstitutionLikeness institutions;
    private long seen = -1;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    ProposalSearch(ShownUses uses, Proposals proposals, Words words, TransactionTemplate transaction, Clock clock) {
        this.uses = uses;
        this.proposals = proposals;
        this.words = words;
        this.transaction = transaction;
        this.reading = new TransactionTemplate(java.util.Objects.requireNonNull(transaction.getTransactionManager()));
        this.reading.setReadOnly(true);
        this.clock = clock;
        this.institutions = new InstitutionLikeness(NameWords.of(dictionary()));
    }

    private static Stream<String> dictionary() {
        try {
            return new ClassPathResource("vocabulary/short-words.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("alias-proposals").start(this::run);
    }

    private void run() {
        while (running) {
            long start = System.nanoTime();
            try {
                long now = uses.writes();
                if (now != seen) {
                    look();
                    seen = now;
                }
            } catch (RuntimeException e) { // whatever it is: this thread must outlive it
                if (running) {
                    log.warn("Names that may mean the same cannot be looked for now; it is tried again", e);
                }
            }
            try {
                var took = Duration.ofNanos(System.nanoTime() - start);
                var rest = took.multipliedBy(REST);
                Thread.sleep(rest.compareTo(LEAST_REST) < 0 ? LEAST_REST : rest);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Finds all there is to propose now. */
    void look() {
        keep(NameKind.INSTITUTION, institutions.among(named(NameKind.INSTITUTION)));
        keep(NameKind.VENUE, WordLikeness.among(named(NameKind.VENUE), venues()));
        keep(NameKind.KEYWORD, WordLikeness.among(named(NameKind.KEYWORD), keywords()));
        keep(NameKind.AUTHOR, authors());
    }

    private java.util.Set<String> venues() {
        return words.venues().stream().map(Words.Venue::name).collect(toSet());
    }

    private java.util.Set<String> keywords() {
        return words.keywords().stream().map(Words.Keyword::id).collect(toSet());
    }

    private List<NameUse> named(NameKind kind) {
        return uses.of(kind).stream()
                .filter(use -> !Inspection.isPlaceholder(use.name()))
                .map(ProposalSearch::use)
                .toList();
    }

    private static NameUse use(Use use) {
        return new NameUse(use.name(), use.papers(), use.examples());
    }

    private List<Likeness> authors() {
        var likeness = new AuthorLikeness(name -> uses.coauthors(ShownNames.key(NameKind.AUTHOR, name)));
        var found = new ArrayList<Likeness>();
        var family = new ArrayList<Author>();
        var name = new String[] {""};
        reading.executeWithoutResult(_ -> uses.authors(use -> {
            if (!use.family().equals(name[0])) {
                if (found.size() < MOST) {
                    found.addAll(likeness.among(family));
                }
                family.clear();
                name[0] = use.family();
            }
            if (!Inspection.isPlaceholder(use.name())) {
                family.add(new Author(use(use), use.orcids()));
            }
        }));
        found.addAll(likeness.among(family));
        return found;
    }

    private void keep(NameKind kind, List<Likeness> found) {
        var now = clock.instant();
        var all = found.stream()
                .limit(MOST)
                .map(like -> new Proposal(
                        id(kind, like),
                        kind.slug(),
                        like.name().name(),
                        like.canonical().name(),
                        like.score(),
                        like.reasons(),
                        new Evidence(
                                like.name().papers(),
                                like.canonical().papers(),
                                like.name().examples(),
                                like.canonical().examples()),
                        call(kind.slug(), like.name().name(), like.canonical().name()),
                        now))
                .toList();
        transaction.executeWithoutResult(_ -> proposals.replace(kind.slug(), all));
    }

    private static String id(NameKind kind, Likeness like) {
        String names = Stream.of(like.name().name(), like.canonical().name())
                .sorted()
                .reduce(kind.slug(), (all, name) -> all + "\n" + name);
        return UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    static String call(String kind, String name, String canonical) {
        return "PUT /api/aliases/%s/%s %s"
                .formatted(
                        kind,
                        Addresses.encoded(name),
                        EventJson.mapper().writeValueAsString(Map.of("canonical", canonical)));
    }

    @Override
    public void stop() {
        running = false;
        Thread working = thread;
        if (working != null) {
            working.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
