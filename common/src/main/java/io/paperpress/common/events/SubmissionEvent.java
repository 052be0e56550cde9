package io.paperpress.common.events;

/** What was asked of the catalogue; topic {@code submissions}, kept for ever. */
public sealed interface SubmissionEvent extends Event permits PaperSubmitted, ListSubmitted, RevisionSubmitted {

    /** Unguessable id under which its submitter follows it. */
    String submissionId();
}
