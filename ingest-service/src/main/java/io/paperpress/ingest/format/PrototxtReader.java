package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads a {@code PaperInfo} message in protobuf text format: one file of an EfficientPaper tree. */
public final class PrototxtReader implements SubmissionReader {

    public static final String CONTENT_TYPE = "text/x-prototxt";

    private final int maxEntryLength;

    public PrototxtReader(int maxEntryLength) {
        this.maxEntryLength = maxEntryLength;
    }

    @Override
    public List<String> contentTypes() {
        return List.of(CONTENT_TYPE);
    }

    @Override
    public void read(InputStream body, ReadOptions options, EntrySink sink) throws IOException {
        var text = WholeBody.read(body, maxEntryLength);
        if (text.fault() != null) {
            sink.refused(new Refusal(1, null, "This message is " + text.fault() + "."));
            return;
        }
        if (text.text().isBlank()) {
            return;
        }
        try {
            sink.paper(PaperInfo.read(ProtoMessage.read(text.text()), options));
        } catch (UnreadableAt unreadable) {
            sink.refused(new Refusal(unreadable.line(), null, unreadable.getMessage()));
        }
    }
}
