package io.paperpress.ingest.submission;

import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.identity.RandomIds;
import io.paperpress.ingest.format.EntrySink;
import io.paperpress.ingest.format.PaperEntry;
import io.paperpress.ingest.format.ReadOptions;
import io.paperpress.ingest.format.ReadingListEntry;
import io.paperpress.ingest.format.Refusal;
import io.paperpress.ingest.format.SubmissionReader;
import io.paperpress.ingest.format.UnreadableBody;
import io.paperpress.ingest.submission.Drafts.Draft;
import io.paperpress.ingest.submission.Receipt.EntryError;
import io.paperpress.ingest.submission.Trial.Tried;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a body as a submission would, and asks the catalogue what would become of it; stores and sends nothing. */
final class DryRuns {

    private static final String NOTHING = "Nothing was stored.";

    private final Catalogue catalogue;
    private final DryRunSettings settings;
    private final IngestSettings limits;
    private final Drafts drafts;
    private final Clock clock;

    DryRuns(Catalogue catalogue, DryRunSettings settings, IngestSettings limits, Drafts drafts, Clock clock) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.limits = limits;
        this.drafts = drafts;
        this.clock = clock;
    }

    Trial rehearse(
            SubmissionReader reader, ReadOptions options, InputStream body, Submitter caller, String authorization) {
        var reading = new Reading(new Call(RandomIds.next(), caller.subject(), caller.role(), clock.instant()));
        try {
            reader.read(new LimitedBody(body, limits.maxBody().toBytes()), options, reading);
        } catch (UnreadableBody unreadable) {
            throw BodyFaults.unreadable(unreadable);
        } catch (LimitedBody.TooLarge _) {
            throw BodyFaults.tooLong(limits.maxBody(), NOTHING);
        } catch (IOException broken) {
            throw BodyFaults.brokenOff(NOTHING);
        }
        if (reading.received == 0) {
            throw BodyFaults.nothing(reading.refused, reading.faults);
        }
        return reading.trial(catalogue.outlooks(reading.question(), authorization));
    }

    /** The entries of one body: the first are kept to be asked about, all are counted. */
    private final class Reading implements EntrySink {

        private record Kept(int index, Draft draft, List<Remark> warnings) {}

        private final Call call;
        private final List<Kept> kept = new ArrayList<>();
        private final List<EntryError> faults = new ArrayList<>();
        private int received;
        private int refused;
        private long size;

        Reading(Call call) {
            this.call = call;
        }

        @Override
        public @Nullable String paper(PaperEntry paper) {
            var draft = drafts.paper(call, paper, this);
            if (draft != null) {
                keep(draft, paper.warnings());
            }
            return draft == null ? null : draft.id();
        }

        /** Of a list, only some of whose papers are asked about, nothing true could be said. */
        @Override
        public void readingList(ReadingListEntry list) {
            var draft = drafts.readingList(call, list, this);
            if (draft != null) {
                keep(draft, List.of());
            }
        }

        @Override
        public void refused(Refusal refusal) {
            if (faults.size() < limits.listed()) {
                faults.add(new EntryError(
                        received + refused, refusal.file(), refusal.line(), refusal.pointer(), refusal.message()));
            }
            refused++;
        }

        private void keep(Draft draft, List<Remark> warnings) {
            boolean allSoFar = kept.size() == received;
            if (allSoFar
                    && kept.size() < settings.dryRunEntries()
                    && size + draft.length() <= settings.dryRunSize().toBytes()) {
                kept.add(new Kept(received + refused, draft, warnings));
                size += draft.length();
            }
            received++;
        }

        Catalogue.Question question() {
            return new Catalogue.Question(
                    all(PaperSubmitted.class), all(ListSubmitted.class), all(RevisionSubmitted.class));
        }

        private <E> List<E> all(Class<E> type) {
            return kept.stream()
                    .map(one -> one.draft().event())
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        Trial trial(List<Catalogue.Outlook> outlooks) {
            Map<String, Kept> byId = new HashMap<>();
            kept.forEach(one -> byId.put(one.draft().id(), one));
            return new Trial(
                    true,
                    received,
                    refused,
                    kept.size(),
                    outlooks.stream()
                            .map(outlook -> tried(outlook, byId))
                            .sorted(Comparator.comparing(Tried::index))
                            .toList(),
                    List.copyOf(faults),
                    kept.size() == received
                            ? null
                            : "Only the first %,d of the %,d entries were tried; the others were read."
                                    .formatted(kept.size(), received));
        }

        private static Tried tried(Catalogue.Outlook outlook, Map<String, Kept> byId) {
            var entry = Objects.requireNonNull(byId.get(outlook.submissionId()));
            var maker = outlook.sameAs() == null ? null : byId.get(outlook.sameAs());
            return new Tried(
                    entry.index(),
                    entry.draft().line(),
                    entry.draft().kind(),
                    Status.of(outlook.decision()),
                    outlook.paperId(),
                    maker == null ? null : maker.index(),
                    outlook.list(),
                    outlook.revision() == 0 ? null : outlook.revision(),
                    Stream.concat(entry.warnings().stream(), orEmpty(outlook.warnings()).stream())
                            .distinct()
                            .toList(),
                    orEmpty(outlook.problems()),
                    orEmpty(outlook.duplicatesOf()),
                    outlook.changes(),
                    outlook.notShown());
        }

        private static <T> List<T> orEmpty(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }
    }
}
