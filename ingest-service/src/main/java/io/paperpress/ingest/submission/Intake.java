package io.paperpress.ingest.submission;

import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.EventPublisher;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.ingest.format.EntrySink;
import io.paperpress.ingest.format.PaperEntry;
import io.paperpress.ingest.format.ReadingListEntry;
import io.paperpress.ingest.format.Refusal;
import io.paperpress.ingest.submission.Drafts.Draft;
import io.paperpress.ingest.submission.Receipt.EntryError;
import io.paperpress.ingest.submission.Receipt.Taken;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one call on their way: a chunk at a time they are stored, then sent, and the next chunk waits for the
 * broker's word. Stored first, so that whatever is heard of a submission finds it.
 */
final class Intake implements EntrySink {

    private final Call call;
    private final Batches batches;
    private final EventPublisher publisher;
    private final IngestSettings settings;
    private final Drafts drafts;

    private final List<Batches.Row> rows = new ArrayList<>();
    private final List<OutgoingEvent> events = new ArrayList<>();
    private final List<EntryError> faults = new ArrayList<>();
    private final List<Taken> listed = new ArrayList<>();
    private final List<EntryError> listedFaults = new ArrayList<>();
    private int received;
    private int refused;
    private int acknowledged;

    Intake(Call call, Batches batches, EventPublisher publisher, IngestSettings settings, Drafts drafts) {
        this.call = call;
        this.batches = batches;
        this.publisher = publisher;
        this.settings = settings;
        this.drafts = drafts;
    }

    @Override
    public @Nullable String paper(PaperEntry paper) {
        var draft = drafts.paper(call, paper, this);
        return draft == null ? null : take(draft, paper.warnings());
    }

    @Override
    public void readingList(ReadingListEntry list) {
        var draft = drafts.readingList(call, list, this);
        if (draft != null) {
            take(draft, List.of());
        }
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

    private String take(Draft draft, List<Remark> warnings) {
        int index = received + refused;
        received++;
        rows.add(new Batches.Row(draft.id(), index, draft.line(), draft.kind(), draft.at(), warnings));
        events.add(new OutgoingEvent(Topics.SUBMISSIONS, draft.key(), draft.event()));
        if (listed.size() < settings.listed()) {
            listed.add(Taken.of(index, draft.id()));
        }
        flushWhenFull();
        return draft.id();
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
}
