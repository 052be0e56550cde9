package io.paperpress.ingest.format;

import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Placement;
import io.paperpress.common.events.Remark;
import io.paperpress.common.events.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paper of a body.
 *
 * @param file where it stands, if the body is an archive
 * @param line 1-based line where it starts
 * @param sourceKey who says so where the body tells; {@code null} for the submitter
 * @param warnings what was repaired, or left unread
 * @param revises id of the listed paper that the fields are proposed for
 */
public record PaperEntry(
        @Nullable String file,
        int line,
        PaperFields fields,
        Source.Kind kind,
        @Nullable String sourceKey,
        List<Placement> placements,
        List<Remark> warnings,
        @Nullable String revises) {

    public PaperEntry {
        placements = List.copyOf(placements);
        warnings = List.copyOf(warnings);
    }

    public PaperEntry(
            int line,
            PaperFields fields,
            Source.Kind kind,
            @Nullable String sourceKey,
            List<Placement> placements,
            List<Remark> warnings) {
        this(null, line, fields, kind, sourceKey, placements, warnings, null);
    }

    PaperEntry in(String archived) {
        return new PaperEntry(archived, line, fields, kind, sourceKey, placements, warnings, revises);
    }
}
