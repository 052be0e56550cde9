package io.paperpress.catalog.intake;

import io.paperpress.catalog.store.DistinctPapers;
import io.paperpress.catalog.store.Findings;
import io.paperpress.common.identity.RandomIds;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a person's word that two papers are two works, and settles what was found about the pair. */
@Component
public class Distinctions {

    private final TransactionTemplate transaction;
    private final DistinctPapers distinct;
    private final Findings findings;
    private final Clock clock;

    Distinctions(TransactionTemplate transaction, DistinctPapers distinct, Findings findings, Clock clock) {
        this.transaction = transaction;
        this.distinct = distinct;
        this.findings = findings;
        this.clock = clock;
    }

    public void say(String paperId, String otherPaperId, String maintainer) {
        transaction.executeWithoutResult(_ -> {
            distinct.say(paperId, otherPaperId, RandomIds.next(), maintainer, clock.instant());
            findings.settleAboutPair(paperId, otherPaperId);
        });
    }

    public void takeBack(String paperId, String otherPaperId) {
        transaction.executeWithoutResult(_ -> distinct.takeBack(paperId, otherPaperId));
    }
}
