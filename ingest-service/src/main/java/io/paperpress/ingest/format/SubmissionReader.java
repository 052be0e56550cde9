package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the bodies of one format, an entry at a time, so that a body of any length needs little memory. */
public interface SubmissionReader {

    /** The media types it reads, without parameters. */
    List<String> contentTypes();

    /**
     * Gives every entry of the body to the sink, in order. What cannot be read becomes a {@link Refusal} and costs no
     * other entry.
     *
     * @throws UnreadableBody when nothing of the body can be read as this format
     * @throws IOException when the body breaks off
     */
    void read(InputStream body, ReadOptions options, EntrySink sink) throws IOException;
}
