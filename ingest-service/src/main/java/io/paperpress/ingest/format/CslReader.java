package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads CSL-JSON: one item, or an array of them, that is cut into its elements before any is parsed. */
public final class CslReader implements SubmissionReader {

    private final int maxEntryLength;

    public CslReader(int maxEntryLength) {
        this.maxEntryLength = maxEntryLength;
    }

    @Override
    public List<String> contentTypes() {
        return List.of("application/vnd.citationstyles.csl+json");
    }

    @Override
    public void read(InputStream body, ReadOptions options, EntrySink sink) throws IOException {
        var elements = new JsonElements(body, maxEntryLength);
        for (var element = elements.next(); element != null; element = elements.next()) {
            int line = element.number();
            JsonItem.read(element, sink, json -> CslItem.read(json, line, options));
        }
    }
}
