package io.paperpress.common.events;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A paper that a submission is, or may be, about.
 *
 * @param score likeness from 0 to 1; 1 where it was recognised
 * @param reasons what they share, one sentence each
 */
public record PossibleDuplicate(String paperId, double score, List<String> reasons) {

    public PossibleDuplicate {
        requireNonNull(paperId, "paperId");
        reasons = Lists.copy(reasons);
    }
}
