package io.paperpress.catalog.paper;

import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperFields;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One listed work, at one revision.
 *
 * @param id opaque, stable
 * @param revision 1 for a new paper, then rising by one
 * @param submissionId the submission that made this revision
 * @param versions ids of papers that are other versions of the work
 */
public record Paper(
        String id,
        long revision,
        Instant cataloguedAt,
        Instant revisedAt,
        String submissionId,
        Claims claims,
        List<String> versions) {

    public Paper {
        versions = List.copyOf(versions);
    }

    /** The paper as an event told it, its names as they are. */
    public static Paper of(PaperCatalogued state) {
        return of(state, Aliases.NONE);
    }

    /** The paper as an event told it. */
    public static Paper of(PaperCatalogued state, Aliases aliases) {
        return new Paper(
                state.paperId(),
                state.revision(),
                state.cataloguedAt(),
                state.revisedAt(),
                state.submissionId(),
                Claims.of(state.sources(), aliases.on(state.paperId())),
                state.versions());
    }

    /** The paper as an event tells it. */
    public PaperCatalogued catalogued() {
        PaperFields shown = claims.shown();
        return new PaperCatalogued(
                id,
                revision,
                cataloguedAt,
                revisedAt,
                submissionId,
                shown,
                shown.identifiers(),
                claims.sources(),
                versions);
    }

    /** The same under names that are canonical now. */
    public Paper renamed(String changeId, Instant at) {
        return revised(claims, changeId, at);
    }

    Paper revised(Claims newer, String by, Instant at) {
        return new Paper(id, revision + 1, cataloguedAt, at, by, newer, versions);
    }

    Paper withVersion(String other, String by, Instant at) {
        var more = Stream.concat(versions.stream(), Stream.of(other)).toList();
        return new Paper(id, revision + 1, cataloguedAt, at, by, claims, more);
    }
}
