package io.paperpress.ingest.submission;

import io.paperpress.common.events.Event;
import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import io.paperpress.common.events.Topics;
import io.paperpress.common.identity.SubmissionKey;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.ingest.format.EntrySink;
import io.paperpress.ingest.format.PaperEntry;
import io.paperpress.ingest.format.ReadingListEntry;
import io.paperpress.ingest.format.Refusal;
import io.paperpress.ingest.submission.Receipt.EntryError;
import io.paperpress.ingest.submission.Receipt.Taken;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entries of one call on their way: a chunk at a time they are stored, then sent, and the next chunk waits for the
 * broker's word. Stored first, so that whatever is heard of a submission finds it.
 */
final class Intake implements EntrySink {

    private final Call call;
    private final Batches batches;
    private final EventPublisher publisher;
    private final IngestSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    private final List<Batches.Row> rows = new ArrayList<>();
    private final List<OutgoingEvent> events = new ArrayList<>();
    private final List<EntryError> faults = new ArrayList<>();
    private final List<Taken> listed = new ArrayList<>();
    private final List<EntryError> listedFaults = new ArrayList<>();
    private int received;
    private int refused;
    private int acknowledged;

    Intake(
            Call call,
            Batches batches,
            EventPublisher publisher,
            IngestSettings settings,
            JsonMapper json,
            Clock clock) {
        this.call = call;
        this.batches = batches;
        this.publisher = publisher;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public @Nullable String paper(PaperEntry paper) {
        String id = RandomIds.next();
        Instant now = now();
        String source = paper.sourceKey() == null ? "submitter:" + call.submitter() : paper.sourceKey();
        var event = new PaperSubmitted(
                id,
                call.batchId(),
                call.submitter(),
                now,
                new Source(source, paper.kind()),
                paper.fields(),
                paper.placements(),
                paper.warnings());
        if (!fits(event, settings.maxPaper(), paper.file(), paper.line(), "Shorten its abstract or its lists.")) {
            return null;
        }
        take(id, paper.line(), "paper", now, paper.warnings(), SubmissionKey.of(paper.fields()), event);
        return id;
    }

    @Override
    public void readingList(ReadingListEntry list) {
        String id = RandomIds.next();
        Instant now = now();
        var event = new ListSubmitted(
                id, call.batchId(), call.submitter(), now, list.slug(), list.title(), list.entries(), list.sections());
        if (fits(
                event, settings.maxList(), null, list.line(), "Its papers were taken. Divide it into several lists.")) {
            take(id, list.line(), "list", now, List.of(), list.slug(), event);
        }
    }

    private boolean fits(Event event, DataSize limit, @Nullable String file, int line, String advice) {
        int length = json.writeValueAsBytes(event).length;
        if (length > limit.toBytes()) {
            refused(new Refusal(
                    file,
                    line,
                    null,
                    "This entry is too large to be taken: %,d bytes of at most %,d. %s"
                            .formatted(length, limit.toBytes(), advice)));
            return false;
        }
        return true;
    }

    @Override
    public void refused(Refusal refusal) {
        var error = new EntryError(
                received + refused, refusal.file(), refusal.line(), refusal.pointer(), refusal.message());
        refused++;
        faults.add(error);
        if (listedFaults.size() < settings.listed()) {
            listedFaults.add(error);
        }
        flushWhenFull();
    }

    private void take(String id, int line, String kind, Instant now, List<Remark> warnings, String key, Event event) {
        int index = received + refused;
        received++;
        rows.add(new Batches.Row(id, index, line, kind, now, warnings));
        events.add(new OutgoingEvent(Topics.SUBMISSIONS, key, event));
        if (listed.size() < settings.listed()) {
            listed.add(Taken.of(index, id));
        }
        flushWhenFull();
    }

    private void flushWhenFull() {
        if (rows.size() + faults.size() >= settings.chunk()) {
            flush();
        }
    }

    private void flush() {
        if (rows.isEmpty() && faults.isEmpty()) {
            return;
        }
        batches.save(call, received, refused, rows, faults);
        if (!events.isEmpty()) {
            publisher.publish(List.copyOf(events));
        }
        acknowledged = received;
        batches.acknowledged(call.batchId(), received + refused);
        rows.clear();
        events.clear();
        faults.clear();
    }

    /** Sends what is left; to be called when the body is read. */
    Receipt finish() {
        if (received > 0) {
            flush();
        }
        return new Receipt(call.batchId(), received, refused, listed, listedFaults);
    }

    /** How many entries the broker has acknowledged so far. */
    int acknowledged() {
        return acknowledged;
    }

    String batchId() {
        return call.batchId();
    }

    /** What PostgreSQL can hold exactly. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
