package io.paperpress.ingest.format;

import org.jspecify.annotations.Nullable;

/** Where a reader puts what it reads. */
public interface EntrySink {

    /** @return id of the submission that the paper becomes; {@code null} where it is too large to be taken */
    @Nullable
    String paper(PaperEntry paper);

    /** Its items name submissions by the ids that {@link #paper} gave. */
    void readingList(ReadingListEntry list);

    void refused(Refusal refusal);
}
