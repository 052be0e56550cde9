package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads RIS: records of tagged lines from {@code TY} to {@code ER}. A record whose end is missing ends where the next one
 * begins. A line without a tag goes on with the field before it.
 */
public final class RisReader implements SubmissionReader {

    private static final Pattern TAGGED = Pattern.compile("(?:(?:TY|ER) {0,3}|[A-Z][A-Z0-9] {2,3})- ?");
    private static final int TAG = 2;

    private final int maxEntryLength;

    public RisReader(int maxEntryLength) {
        this.maxEntryLength = maxEntryLength;
    }

    @Override
    public List<String> contentTypes() {
        return List.of("application/x-research-info-systems");
    }

    @Override
    public void read(InputStream body, ReadOptions options, EntrySink sink) throws IOException {
        new Reading(options, sink).read(new LineReader(body, maxEntryLength));
    }

    /** One body while it is read. */
    private final class Reading {

        private final ReadOptions options;
        private final EntrySink sink;
        private @Nullable RisRecord record;
        private boolean holdsText;
        private boolean isRis;

        Reading(ReadOptions options, EntrySink sink) {
            this.options = options;
            this.sink = sink;
        }

        void read(LineReader lines) throws IOException {
            for (var line = lines.next(); line != null; line = lines.next()) {
                line(line);
            }
            end(true);
            if (!isRis && holdsText) {
                throw new UnreadableBody("This body holds no RIS record: each begins with a line such as TY  - CONF.");
            }
        }

        private void line(Line line) {
            if (line.fault() != null) {
                fault(line.number(), "A line of this record is " + line.fault() + ".");
                return;
            }
            var tagged = TAGGED.matcher(line.text());
            if (!tagged.lookingAt()) {
                holdsText |= !line.text().isBlank();
                if (record != null) {
                    record.goOn(line);
                }
                return;
            }
            String tag = line.text().substring(0, TAG);
            String value = line.text().substring(tagged.end());
            isRis = true;
            if (tag.equals("ER")) {
                end(false);
            } else if (tag.equals("TY")) {
                end(true);
                record = new RisRecord(line.number(), value.strip(), maxEntryLength);
            } else {
                record(line.number()).add(line.number(), tag, value);
            }
        }

        /** Fields outside any record begin one whose {@code TY} is missing. */
        private RisRecord record(int line) {
            RisRecord open = record;
            if (open == null) {
                open = new RisRecord(line, "", maxEntryLength);
                record = open;
            }
            return open;
        }

        private void fault(int line, String message) {
            holdsText = true;
            if (record == null) {
                sink.refused(new Refusal(line, null, message));
                isRis = true;
            } else {
                record.fault(line, message);
            }
        }

        private void end(boolean isCutShort) {
            if (record != null) {
                record.give(isCutShort, options, sink);
                record = null;
            }
        }
    }
}
