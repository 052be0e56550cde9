package io.paperpress.catalog.naming;

import static java.util.stream.Collectors.toMap;

import io.paperpress.catalog.paper.Action;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.store.Findings;
import io.paperpress.catalog.store.PaperNames;
import io.paperpress.catalog.store.PaperNames.Due;
import io.paperpress.catalog.store.PaperRevision;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.common.events.Topics;
import io.paperpress.common.identity.RandomIds;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings papers to the names that are canonical now: a bounded number in a transaction, with a rest between two in which
 * submissions have their way. What is still to be done stands in a table, so a restart goes on with it.
 */
@Component
class Renaming implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Renaming.class);

    static final int AT_ONCE = 100;
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final TransactionTemplate transaction;
    private final Vocabularies vocabularies;
    private final PaperNames names;
    private final Papers papers;
    private final Findings findings;
    private final Outbox outbox;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    Renaming(
            TransactionTemplate transaction,
            Vocabularies vocabularies,
            PaperNames names,
            Papers papers,
            Findings findings,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.vocabularies = vocabularies;
        this.names = names;
        this.papers = papers;
        this.findings = findings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** There is something to do. */
    void wake() {
        bell.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("renaming").start(this::run);
    }

    private void run() {
        boolean isNew = true;
        while (running) {
            try {
                if (isNew) {
                    names.lookAtUnknown(RandomIds.next(), "catalog-service");
                    isNew = false;
                }
                doAll();
                if (bell.tryAcquire(LOOK_ANYWAY.toMillis(), TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) { // whatever it is: this thread must outlive it
                rest(e);
            }
        }
    }

    private void rest(RuntimeException failure) {
        if (running) {
            log.warn("Papers cannot be brought to their names now; it is tried again", failure);
            try {
                Thread.sleep(AFTER_FAILURE);
            } catch (InterruptedException e) {
                running = false;
            }
        }
    }

    private void doAll() throws InterruptedException {
        names.spread();
        int done;
        do {
            long start = System.nanoTime();
            done = Objects.requireNonNull(transaction.execute(_ -> some()));
            if (done > 0) {
                TimeUnit.NANOSECONDS.sleep(System.nanoTime() - start);
            }
        } while (running && done > 0);
    }

    /** How many papers were looked at. */
    private int some() {
        var vocabulary = vocabularies.current(); // before any row is locked
        Map<String, Due> due = names.take(AT_ONCE).stream().collect(toMap(Due::paperId, one -> one));
        if (due.isEmpty()) {
            return 0;
        }
        List<Paper> known = papers.locked(due.keySet());
        var shown = papers.shown(due.keySet());
        var revisions = new ArrayList<PaperRevision>();
        for (Paper paper : known) {
            var why = Objects.requireNonNull(due.get(paper.id()));
            if (paper.isListed() && !paper.claims().shown().equals(shown.get(paper.id()))) {
                revisions.add(new PaperRevision(
                        paper.renamed(why.changeId(), clock.instant()), why.changedBy(), Action.RENAME, null));
            }
        }
        papers.save(revisions, known);
        names.save(known);
        var inspection = new Inspection(vocabulary);
        findings.settleAboutPapers(due.keySet());
        findings.add(known.stream()
                .filter(Paper::isListed)
                .flatMap(paper -> inspection.findings(paper).stream())
                .toList());
        outbox.append(revisions.stream()
                .map(PaperRevision::paper)
                .map(paper -> new OutgoingEvent(Topics.PAPERS, paper.id(), paper.told()))
                .toList());
        return due.size();
    }

    @Override
    public void stop() {
        running = false;
        Thread working = thread;
        if (working != null) {
            working.interrupt();
            try {
                working.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
