package io.paperpress.catalog.editing;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.paper.Inspection;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.store.Findings;
import io.paperpress.catalog.store.Locks;
import io.paperpress.catalog.store.PaperRevision;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.Vocabularies;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes papers as one transaction: what is decided, kept and told of it belongs together. */
@Component
class PaperChanges {

    /** Papers change under their own keys alone, so that one more look is enough; but nobody waits for ever. */
    private static final int LOOKS = 10;

    private final TransactionTemplate transaction;
    private final Locks locks;
    private final Papers papers;
    private final Findings findings;
    private final Vocabularies vocabularies;
    private final Outbox outbox;

    PaperChanges(
            TransactionTemplate transaction,
            Locks locks,
            Papers papers,
            Findings findings,
            Vocabularies vocabularies,
            Outbox outbox) {
        this.transaction = transaction;
        this.locks = locks;
        this.papers = papers;
        this.findings = findings;
        this.vocabularies = vocabularies;
        this.outbox = outbox;
    }

    /**
     * Works on papers that nobody else can change meanwhile, and that no submission can be recognised as meanwhile: the
     * locks of the live flow, in its order.
     *
     * @param more keys that the papers may get
     * @param work on those of the papers that there are, by id; empty to have another look at which papers it takes
     */
    <T> T on(Collection<String> ids, Set<String> more, Function<Map<String, Paper>, Optional<T>> work) {
        for (int look = 0; look < LOOKS; look++) {
            var keys = keys(papers.seen(ids));
            keys.addAll(more);
            Optional<T> done = transaction.execute(_ -> {
                locks.take(keys, List.of());
                var locked = papers.locked(ids);
                return keys.containsAll(keys(locked)) ? work.apply(byId(locked)) : Optional.empty();
            });
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new IllegalStateException("The papers " + ids + " never rest");
    }

    private static Set<String> keys(Collection<Paper> some) {
        var keys = new HashSet<String>();
        some.forEach(paper -> keys.addAll(IdentityKeys.of(paper)));
        return keys;
    }

    private static Map<String, Paper> byId(List<Paper> some) {
        var byId = new LinkedHashMap<String, Paper>();
        some.forEach(paper -> byId.put(paper.id(), paper));
        return byId;
    }

    /** Keeps and tells new states. Must be called within {@link #on}. */
    void keep(Change change, Collection<Paper> before, List<Paper> after) {
        papers.save(
                after.stream()
                        .map(paper -> new PaperRevision(paper, change.by(), change.action(), change.reason()))
                        .toList(),
                before);
        var inspection = new Inspection(vocabularies.current());
        var listed = after.stream().filter(Paper::isListed).toList();
        findings.settleAboutPapers(listed.stream().map(Paper::id).toList());
        findings.settleAll(
                after.stream().filter(paper -> !paper.isListed()).map(Paper::id).toList());
        findings.add(listed.stream()
                .flatMap(paper -> inspection.findings(paper).stream())
                .toList());
        outbox.append(after.stream()
                .map(paper -> new OutgoingEvent(Topics.PAPERS, paper.id(), paper.told()))
                .toList());
    }
}
