package io.paperpress.ingest.submission;

import io.paperpress.common.events.Topics;
import io.paperpress.common.identity.RandomIds;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.common.messaging.Unavailable;
import io.paperpress.common.web.ProblemException;
import io.paperpress.ingest.format.CorrectionReader.Correction;
import io.paperpress.ingest.submission.Drafts.Draft;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/** Takes a reader's correction in: stored first, then sent, as a proposal that waits for a maintainer. */
class Corrections {

    private static final Logger log = LoggerFactory.getLogger(Corrections.class);

    private final Drafts drafts;
    private final Batches batches;
    private final Contacts contacts;
    private final EventPublisher publisher;
    private final Clock clock;

    Corrections(Drafts drafts, Batches batches, Contacts contacts, EventPublisher publisher, Clock clock) {
        this.drafts = drafts;
        this.batches = batches;
        this.contacts = contacts;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @return id of the submission, once the broker has it */
    String take(Correction correction, String submitter) {
        var call = new Call(RandomIds.next(), submitter, null, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var draft = drafts.revision(call, correction.paper(), correction.paperId(), correction.reason());
        try {
            store(call, draft, correction);
            publisher.publish(List.of(new OutgoingEvent(Topics.SUBMISSIONS, draft.key(), draft.event())));
            batches.acknowledged(call.batchId(), 1);
            return draft.id();
        } catch (Unavailable | DataAccessException away) {
            log.warn("Answered 503 to a correction: {}", away.getMessage());
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "Temporarily unavailable",
                    "The correction could not be stored safely just now. Please try again in a few seconds.");
        }
    }

    private void store(Call call, Draft draft, Correction correction) {
        var row = new Batches.Row(
                draft.id(), 0, 0, "correction", draft.at(), correction.paper().warnings());
        batches.save(call, 1, 0, List.of(row), List.of());
        if (correction.contact() != null) {
            contacts.save(draft.id(), correction.contact(), draft.at());
        }
    }
}
