package io.paperpress.catalog.intake;

import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Standing.Listed;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.catalog.paper.Standing.Withdrawn;
import io.paperpress.common.events.Remark;

/** Says to submitters why nothing is added to a paper that is not listed. */
final class Unlisted {

    private Unlisted() {}

    static Remark remark(Paper paper) {
        return switch (paper.standing()) {
            case Listed _ -> throw new IllegalArgumentException(paper.id() + " is listed");
            case Withdrawn(String reason) ->
                new Remark(
                        null,
                        "This is paper %s, which a maintainer withdrew: %s A maintainer can restore it."
                                .formatted(paper.id(), sentence(reason)));
            case Merged merged ->
                new Remark("/paperId", "Paper %s was merged into %s.".formatted(paper.id(), merged.into()));
        };
    }

    private static String sentence(String reason) {
        return reason.matches("(?s).*[.!?…]") ? reason : reason + ".";
    }
}
