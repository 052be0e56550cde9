package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What one source says of a paper: a claim for each field that has a value.
 *
 * @param submissionId the submission that said so last
 * @param at when it was submitted
 * @param values verbatim
 */
public record SourceRecord(Source source, String submitter, String submissionId, Instant at, PaperFields values) {

    public SourceRecord {
        requireNonNull(source, "source");
        requireNonNull(submitter, "submitter");
        requireNonNull(submissionId, "submissionId");
        requireNonNull(at, "at");
        requireNonNull(values, "values");
    }
}
