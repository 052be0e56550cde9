package io.paperpress.catalog.paper;

import io.paperpress.catalog.paper.Standing.Listed;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.catalog.paper.Standing.Withdrawn;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.PaperMerged;
import io.paperpress.common.events.PaperWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * One work, at one revision.
 *
 * @param id opaque, stable
 * @param revision 1 for a new paper, then rising by one
 * @param submissionId the submission or the maintainer's change that made this revision
 * @param claims all that is said of it, whether it is listed or not
 * @param versions ids of papers that are other versions of the work
 */
public record Paper(
        String id,
        long revision,
        Instant cataloguedAt,
        Instant revisedAt,
        String submissionId,
        Claims claims,
        List<String> versions,
        Standing standing) {

    public Paper {
        versions = versions.stream().distinct().sorted().toList();
    }

    /** A listed paper. */
    Paper(
            String id,
            long revision,
            Instant cataloguedAt,
            Instant revisedAt,
            String submissionId,
            Claims claims,
            List<String> versions) {
        this(id, revision, cataloguedAt, revisedAt, submissionId, claims, versions, Standing.LISTED);
    }

    /** A listed paper as an event told it, its names as they are. */
    public static Paper of(PaperCatalogued state) {
        return of(state, Standing.LISTED, Aliases.NONE);
    }

    /** @param state as {@link #catalogued()} gave it */
    public static Paper of(PaperCatalogued state, Standing standing, Aliases aliases) {
        return new Paper(
                state.paperId(),
                state.revision(),
                state.cataloguedAt(),
                state.revisedAt(),
                state.submissionId(),
                Claims.of(state.sources(), aliases.on(state.paperId())),
                state.versions(),
                standing);
    }

    public boolean isListed() {
        return standing instanceof Listed;
    }

    /** The paper as an event tells it. */
    public PaperEvent told() {
        return switch (standing) {
            case Listed listed -> catalogued();
            case Withdrawn(String reason) ->
                new PaperWithdrawn(
                        id,
                        revision,
                        cataloguedAt,
                        revisedAt,
                        submissionId,
                        claims.shown().title(),
                        reason);
            case Merged merged ->
                new PaperMerged(
                        id,
                        revision,
                        cataloguedAt,
                        revisedAt,
                        submissionId,
                        claims.shown().title(),
                        merged.into(),
                        merged.reason());
        };
    }

    /** Its full state, as it is kept, and told where it is listed. */
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
        return new Paper(id, revision + 1, cataloguedAt, at, by, newer, versions, standing);
    }

    Paper standing(Standing other, String by, Instant at) {
        return new Paper(id, revision + 1, cataloguedAt, at, by, claims, versions, other);
    }

    Paper withVersion(String other, String by, Instant at) {
        var more = Stream.concat(versions.stream(), Stream.of(other)).toList();
        return new Paper(id, revision + 1, cataloguedAt, at, by, claims, more, standing);
    }

    /** The same revision with other versions. */
    Paper versions(List<String> others) {
        return new Paper(id, revision, cataloguedAt, revisedAt, submissionId, claims, others, standing);
    }
}
