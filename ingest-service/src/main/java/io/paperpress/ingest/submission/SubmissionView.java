package io.paperpress.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.common.events.PossibleDuplicate;
import io.paperpress.common.events.Remark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one submission.
 *
 * @param kind {@code paper}, {@code list}, {@code revision} or {@code correction}
 * @param status the furthest stage of the timeline
 * @param list slug of the reading list it became; {@code null} for papers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubmissionView(
        String submissionId,
        String batchId,
        int index,
        String kind,
        String status,
        @Nullable String paperId,
        @Nullable String list,
        @Nullable Long revision,
        List<Remark> warnings,
        List<Remark> problems,
        List<PossibleDuplicate> duplicatesOf,
        List<Stage> timeline,
        Links links) {

    /** A stage it has reached, and when. */
    record Stage(String stage, Instant at) {}

    /** Where to read what it became, and where that is published. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(
            @Nullable String paper,
            @Nullable String list,
            @Nullable String page) {

        static Links of(@Nullable String paperId, @Nullable String slug) {
            if (paperId != null) {
                return new Links("/api/papers/" + paperId, null, "/papers/" + paperId + "/");
            }
            return slug == null
                    ? new Links(null, null, null)
                    : new Links(null, "/api/lists/" + slug, "/lists/" + slug + "/");
        }
    }
}
