package io.paperpress.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.ingest.submission.Receipt.EntryError;
import io.paperpress.ingest.submission.Receipt.Taken;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One call and what became of it.
 *
 * @param received entries taken in
 * @param refused entries that could not be read
 * @param submissions a page of them, with their furthest stage
 * @param errors those of the same page
 * @param after index that the next page comes after; {@code null} on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchView(
        String batchId,
        Instant receivedAt,
        int received,
        int refused,
        Totals totals,
        List<Taken> submissions,
        List<EntryError> errors,
        @Nullable Integer after) {

    /**
     * Submissions by status. Each counts once as {@code received} (not decided yet) or under its decision; one that was
     * accepted or updated counts once more as {@code indexed} and {@code published} when it is. A batch is through when
     * {@code received} is 0 and {@code published} equals {@code accepted + updated}.
     */
    record Totals(
            int received,
            int accepted,
            int updated,
            int duplicate,
            int inReview,
            int rejected,
            int indexed,
            int published) {}

    /** This with the first {@code size} entries of both kinds together, in the order of the body. */
    BatchView page(List<Taken> taken, List<EntryError> failed, int size) {
        int[] indexes = IntStream.concat(
                        taken.stream().mapToInt(Taken::index), failed.stream().mapToInt(EntryError::index))
                .sorted()
                .limit(size)
                .toArray();
        boolean more = taken.size() + failed.size() > size || taken.size() == size || failed.size() == size;
        int last = indexes.length == 0 ? -1 : indexes[indexes.length - 1];
        return new BatchView(
                batchId,
                receivedAt,
                received,
                refused,
                totals,
                upTo(taken.stream().filter(one -> one.index() <= last)),
                upTo(failed.stream().filter(one -> one.index() <= last)),
                more ? last : null);
    }

    private static <T> List<T> upTo(Stream<T> entries) {
        return entries.toList();
    }
}
