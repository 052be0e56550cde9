package io.paperpress.render.model;

import io.paperpress.common.events.PaperMerged;
import io.paperpress.common.events.PaperWithdrawn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper that is not listed any more.
 *
 * @param since when it was withdrawn or merged
 * @param mergedInto the paper that it is now; {@code null} where it was withdrawn
 */
public record FormerPaper(
        String paperId,
        long revision,
        @Nullable String title,
        Instant since,
        @Nullable String mergedInto,
        @Nullable String reason) {

    static FormerPaper of(PaperWithdrawn gone) {
        return new FormerPaper(gone.paperId(), gone.revision(), gone.title(), gone.revisedAt(), null, gone.reason());
    }

    static FormerPaper of(PaperMerged gone) {
        return new FormerPaper(
                gone.paperId(), gone.revision(), gone.title(), gone.revisedAt(), gone.into(), gone.reason());
    }
}
