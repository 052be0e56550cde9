package io.paperpress.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call is answered with once everything it brought is acknowledged.
 *
 * @param received entries taken in
 * @param refused entries that could not be read
 * @param submissions the first of those received
 * @param errors the first of those refused
 */
record Receipt(String batchId, int received, int refused, List<Taken> submissions, List<EntryError> errors) {

    /** An entry that was taken in; {@code index} counts the entries of the body from 0. */
    record Taken(int index, String submissionId, String status, String location) {

        static Taken of(int index, String submissionId) {
            return new Taken(index, submissionId, Status.RECEIVED, "/api/submissions/" + submissionId);
        }
    }

    /**
     * An entry that could not be read.
     *
     * @param file where it stands, if the body is an archive
     * @param line 0, and not shown, for a file as a whole
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryError(
            int index,
            @Nullable String file,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int line,
            @Nullable String pointer,
            String message) {}
}
