package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of a paper: a claim for each field that has a value.
 *
 * @param submissionId the submission that said so last, or the maintainer's change
 * @param at when it was submitted; when it was approved, for what a maintainer approved
 * @param values verbatim
 * @param cleared what this source says is not so: names of fields without a value, and single values as {@code
 *     links/<rel> <url>} and {@code identifiers/<scheme>:<value>}
 * @param since when a source that says one thing at a time first said anything of the paper; {@code null} where that was
 *     {@code at}
 */
public record SourceRecord(
        Source source,
        String submitter,
        String submissionId,
        Instant at,
        PaperFields values,
        List<String> cleared,
        @Nullable Instant since) {

    public SourceRecord {
        requireNonNull(source, "source");
        requireNonNull(submitter, "submitter");
        requireNonNull(submissionId, "submissionId");
        requireNonNull(at, "at");
        requireNonNull(values, "values");
        cleared = Lists.copy(cleared);
    }

    /** A source that takes nothing away. */
    public SourceRecord(Source source, String submitter, String submissionId, Instant at, PaperFields values) {
        this(source, submitter, submissionId, at, values, List.of(), null);
    }
}
