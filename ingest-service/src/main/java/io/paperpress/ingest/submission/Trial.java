package io.paperpress.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.Remark;
import io.paperpress.ingest.submission.Receipt.EntryError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a dry run is answered with: a receipt without ids, for nothing was stored.
 *
 * @param checked how many of those received the catalogue was asked about: the first ones
 * @param submissions these, with what would become of each
 * @param note what was left out, if anything
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Trial(
        boolean dryRun,
        int received,
        int refused,
        int checked,
        List<Tried> submissions,
        List<EntryError> errors,
        @Nullable String note) {

    /**
     * What would become of one entry.
     *
     * @param status as a submission's
     * @param paperId the paper it is of, where that is listed
     * @param sameAs index of the earlier entry of the body that would bring the paper in
     * @param revision of the paper or list afterwards
     * @param changes fields that would be shown otherwise, each with {@code before} and {@code after}
     * @param notShown values that would be kept, while another source's is shown
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tried(
            int index,
            int line,
            String kind,
            String status,
            @Nullable String paperId,
            @Nullable Integer sameAs,
            @Nullable String list,
            @Nullable Long revision,
            List<Remark> warnings,
            List<Remark> problems,
            List<PossibleDuplicate> duplicatesOf,
            @Nullable JsonNode changes,
            @Nullable JsonNode notShown) {}
}
