package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A paper entered the catalogue or changed in it; carries its full state.
 *
 * @param paperId opaque stable id
 * @param revision 1 for a new paper, then rising by one
 * @param cataloguedAt when it entered the catalogue
 * @param revisedAt when this revision was made
 * @param submissionId the submission that made this revision
 * @param paper the values to show, chosen from the sources by the catalogue's rule
 * @param identifiers every recognised identifier of the work
 * @param sources what was submitted, verbatim: the claims behind the shown values, oldest first
 * @param versions ids of papers that are other versions of this work
 */
public record PaperCatalogued(
        String paperId,
        long revision,
        Instant cataloguedAt,
        Instant revisedAt,
        String submissionId,
        PaperFields paper,
        List<Identifier> identifiers,
        List<SourceRecord> sources,
        List<String> versions)
        implements PaperEvent {

    public PaperCatalogued {
        requireNonNull(paperId, "paperId");
        requireNonNull(cataloguedAt, "cataloguedAt");
        requireNonNull(revisedAt, "revisedAt");
        requireNonNull(submissionId, "submissionId");
        requireNonNull(paper, "paper");
        identifiers = Lists.copy(identifiers);
        sources = Lists.copy(sources);
        versions = Lists.copy(versions);
    }
}
