package io.paperpress.ingest.format;

import org.jspecify.annotations.Nullable;

/** Names the file of an archive with all that is read of it. */
final class FileSink implements EntrySink {

    private final String file;
    private final EntrySink sink;
    private int entries;

    FileSink(String file, EntrySink sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Whether anything was told of the file, good or bad. */
    boolean isEmpty() {
        return entries == 0;
    }

    @Override
    public @Nullable String paper(PaperEntry paper) {
        entries++;
        return sink.paper(paper.in(file));
    }

    @Override
    public void readingList(ReadingListEntry list) {
        entries++;
        sink.readingList(list);
    }

    @Override
    public void refused(Refusal refusal) {
        entries++;
        sink.refused(refusal.in(file));
    }
}
