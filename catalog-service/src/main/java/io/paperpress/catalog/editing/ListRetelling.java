package io.paperpress.catalog.editing;

import io.paperpress.catalog.list.ListInspection;
import io.paperpress.catalog.list.ReadingList;
import io.paperpress.catalog.list.Successors;
import io.paperpress.catalog.list.Tree;
import io.paperpress.catalog.store.Findings;
import io.paperpress.catalog.store.Locks;
import io.paperpress.catalog.store.Papers;
import io.paperpress.catalog.store.ReadingLists;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Lets reading lists follow their papers: a list keeps the ids that its entries were given, and tells those by which
 * readers find the papers now.
 */
@Component
class ListRetelling {

    private final Locks locks;
    private final ReadingLists lists;
    private final Papers papers;
    private final Findings findings;
    private final Outbox outbox;
    private final Clock clock;

    ListRetelling(Locks locks, ReadingLists lists, Papers papers, Findings findings, Outbox outbox, Clock clock) {
        this.locks = locks;
        this.lists = lists;
        this.papers = papers;
        this.findings = findings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Must be called in the transaction that changed where these papers stand, after it kept that. */
    void retell(Change change, Collection<String> paperIds) {
        locks.take(List.of(Locks.STANDINGS), List.of());
        var slugs = lists.holding(paperIds);
        locks.take(slugs.stream().map(slug -> "list:" + slug).toList(), List.of());
        for (ReadingList list : lists.named(slugs)) {
            var successors = papers.successors(list.paperIds());
            var told = lists.told(list.slug());
            if (!list.tree().now(successors).equals(new Tree(told.entries(), told.sections()))) {
                keep(change, list.saidBy(change.id()).revised(clock.instant()), successors);
            }
        }
    }

    /** Keeps and tells a new state of a list whose lock is held. */
    void keep(Change change, ReadingList revised, Successors successors) {
        lists.save(revised, successors, change.by(), change.action(), change.reason());
        var shown = revised.now(successors);
        findings.settleAboutList(revised.slug());
        findings.add(ListInspection.findings(shown, papers.shown(shown.paperIds())));
        outbox.append(List.of(new OutgoingEvent(Topics.LISTS, revised.slug(), revised.catalogued(successors))));
    }
}
