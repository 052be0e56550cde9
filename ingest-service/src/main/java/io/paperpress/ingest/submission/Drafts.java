package io.paperpress.ingest.submission;

import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.Source;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.identity.RandomIds;
import io.paperpress.common.identity.SubmissionKey;
import io.paperpress.ingest.format.EntrySink;
import io.paperpress.ingest.format.PaperEntry;
import io.paperpress.ingest.format.ReadingListEntry;
import io.paperpress.ingest.format.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Makes the events that entries are told as. */
final class Drafts {

    /**
     * An event that may be sent.
     *
     * @param key of the event on its topic
     * @param length of the event as JSON, in bytes
     */
    record Draft(String id, int line, String kind, Instant at, String key, SubmissionEvent event, int length) {}

    private final IngestSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(IngestSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** @return {@code null} where the paper was refused to the sink, being too large to travel */
    @Nullable
    Draft paper(Call call, PaperEntry paper, EntrySink sink) {
        if (paper.revises() != null) {
            return revision(call, paper, paper.revises(), sink);
        }
        String source = paper.sourceKey() == null ? "submitter:" + call.submitter() : paper.sourceKey();
        var event = new PaperSubmitted(
                RandomIds.next(),
                call.batchId(),
                call.submitter(),
                now(),
                new Source(source, paper.kind()),
                paper.fields(),
                paper.placements(),
                paper.warnings(),
                call.role());
        int length = length(event);
        if (!fits(
                length, settings.maxPaper(), paper.file(), paper.line(), "Shorten its abstract or its lists.", sink)) {
            return null;
        }
        return new Draft(
                event.submissionId(),
                paper.line(),
                "paper",
                event.submittedAt(),
                SubmissionKey.of(paper.fields()),
                event,
                length);
    }

    /** @return {@code null} where the proposal was refused to the sink, being too large to travel */
    private @Nullable Draft revision(Call call, PaperEntry entry, String paperId, EntrySink sink) {
        var draft = revision(call, entry, paperId, (String) null);
        return fits(
                        draft.length(),
                        settings.maxPaper(),
                        entry.file(),
                        entry.line(),
                        "Shorten its abstract or its lists.",
                        sink)
                ? draft
                : null;
    }

    /** @param reason why the values are proposed */
    Draft revision(Call call, PaperEntry entry, String paperId, @Nullable String reason) {
        var event = new RevisionSubmitted(
                RandomIds.next(),
                call.batchId(),
                call.submitter(),
                now(),
                paperId,
                entry.fields(),
                reason,
                entry.warnings());
        return new Draft(
                event.submissionId(), entry.line(), "revision", event.submittedAt(), paperId, event, length(event));
    }

    /** @return {@code null} where the list was refused to the sink, being too large to travel */
    @Nullable
    Draft readingList(Call call, ReadingListEntry list, EntrySink sink) {
        var event = new ListSubmitted(
                RandomIds.next(),
                call.batchId(),
                call.submitter(),
                now(),
                list.slug(),
                list.title(),
                list.entries(),
                list.sections(),
                call.role());
        int length = length(event);
        if (!fits(
                length,
                settings.maxList(),
                null,
                list.line(),
                "Its papers were taken. Divide it into several lists.",
                sink)) {
            return null;
        }
        return new Draft(event.submissionId(), list.line(), "list", event.submittedAt(), list.slug(), event, length);
    }

    private int length(SubmissionEvent event) {
        return json.writeValueAsBytes(event).length;
    }

    private static boolean fits(
            int length, DataSize limit, @Nullable String file, int line, String advice, EntrySink sink) {
        if (length <= limit.toBytes()) {
            return true;
        }
        sink.refused(new Refusal(
                file,
                line,
                null,
                "This entry is too large to be taken: %,d bytes of at most %,d. %s"
                        .formatted(length, limit.toBytes(), advice)));
        return false;
    }

    /** What PostgreSQL can hold exactly. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
