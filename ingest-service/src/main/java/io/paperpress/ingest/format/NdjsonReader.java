package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a submission object a line; empty lines are passed over. */
public final class NdjsonReader implements SubmissionReader {

    private final int maxEntryLength;

    public NdjsonReader(int maxEntryLength) {
        this.maxEntryLength = maxEntryLength;
    }

    @Override
    public List<String> contentTypes() {
        return List.of("application/x-ndjson");
    }

    @Override
    public void read(InputStream body, ReadOptions options, EntrySink sink) throws IOException {
        var lines = new LineReader(body, maxEntryLength);
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.fault() != null || !line.text().isBlank()) {
                JsonSubmission.read(line, options, sink);
            }
        }
    }
}
