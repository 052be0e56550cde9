package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads one submission object, or an array of them. */
public final class JsonReader implements SubmissionReader {

    private final int maxEntryLength;

    public JsonReader(int maxEntryLength) {
        this.maxEntryLength = maxEntryLength;
    }

    @Override
    public List<String> contentTypes() {
        return List.of("application/json");
    }

    @Override
    public void read(InputStream body, ReadOptions options, EntrySink sink) throws IOException {
        var elements = new JsonElements(body, maxEntryLength);
        for (var element = elements.next(); element != null; element = elements.next()) {
            JsonSubmission.read(element, options, sink);
        }
    }
}
