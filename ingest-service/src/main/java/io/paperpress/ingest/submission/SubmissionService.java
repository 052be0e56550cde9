package io.paperpress.ingest.submission;

import io.paperpress.common.identity.RandomIds;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.Unavailable;
import io.paperpress.common.web.ProblemException;
import io.paperpress.ingest.format.ReadOptions;
import io.paperpress.ingest.format.SubmissionReader;
import io.paperpress.ingest.format.UnreadableBody;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;

/** Takes one body in: reads it, stores and sends what it holds, and answers when all of it is acknowledged. */
class SubmissionService {

    private static final Logger log = LoggerFactory.getLogger(SubmissionService.class);

    private final Batches batches;
    private final IdempotentCalls calls;
    private final EventPublisher publisher;
    private final IngestSettings settings;
    private final Drafts drafts;
    private final Clock clock;

    SubmissionService(
            Batches batches,
            IdempotentCalls calls,
            EventPublisher publisher,
            IngestSettings settings,
            Drafts drafts,
            Clock clock) {
        this.batches = batches;
        this.calls = calls;
        this.publisher = publisher;
        this.settings = settings;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** @param length as the caller announced it, -1 where unknown */
    void refuseTooLong(long length) {
        if (length > settings.maxBody().toBytes()) {
            throw BodyFaults.tooLong(settings.maxBody(), "Nothing of it was taken.");
        }
    }

    Receipt submit(
            SubmissionReader reader, ReadOptions options, InputStream body, Submitter caller, @Nullable String key) {
        var call = new Call(
                RandomIds.next(),
                caller.subject(),
                caller.role(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        var limited = new LimitedBody(body, settings.maxBody().toBytes());
        return key == null
                ? takeIn(reader, options, limited, call)
                : calls.once(key, beside(options), call, limited, digested -> takeIn(reader, options, digested, call));
    }

    private static String beside(ReadOptions options) {
        return "%s %s %s ".formatted(options.list(), options.section(), options.path());
    }

    private Receipt takeIn(SubmissionReader reader, ReadOptions options, InputStream body, Call call) {
        var intake = new Intake(call, batches, publisher, settings, drafts);
        try {
            reader.read(body, options, intake);
            var receipt = intake.finish();
            if (receipt.received() == 0) {
                batches.delete(call.batchId());
                throw BodyFaults.nothing(receipt.refused(), receipt.errors());
            }
            return receipt;
        } catch (UnreadableBody unreadable) {
            throw BodyFaults.unreadable(unreadable);
        } catch (LimitedBody.TooLarge _) {
            throw BodyFaults.tooLong(settings.maxBody(), taken(intake));
        } catch (IOException broken) {
            throw BodyFaults.brokenOff(taken(intake));
        } catch (Unavailable | DataAccessException away) {
            log.warn("Answered 503 to a submission: {}", away.getMessage());
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "unavailable",
                    "Temporarily unavailable",
                    "The submission could not be stored safely just now. %s Please try again in a few seconds."
                            .formatted(taken(intake)));
        }
    }

    private static String taken(Intake intake) {
        return intake.acknowledged() == 0
                ? "Nothing of it was taken for certain; sending it again does no harm."
                : "The first %,d entries were taken as batch %s; sending them again does no harm, they are recognised."
                        .formatted(intake.acknowledged(), intake.batchId());
    }
}
