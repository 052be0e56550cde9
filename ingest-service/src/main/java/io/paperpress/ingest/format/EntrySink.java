package io.paperpress.ingest.format;

/** Where a reader puts what it reads. */
public interface EntrySink {

    /** @return id of the submission that the paper becomes */
    String paper(PaperEntry paper);

    /** Its items name submissions by the ids that {@link #paper} gave. */
    void readingList(ReadingListEntry list);

    void refused(Refusal refusal);
}
