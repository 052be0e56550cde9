package io.paperpress.render.model;

import java.util.List;
import java.util.Set;

/**
 * What a batch of events did to the papers of the model.
 *
 * @param papers without those whose revision was not newer
 * @param removals papers that are not listed any more
 * @param rerouted ids of papers whose address may lead elsewhere now, or to themselves again
 * @param shelfPages pages of groups and indexes that show something else now
 */
public record PaperChanges(
        List<PaperChange> papers, List<PaperRemoval> removals, Set<String> rerouted, Set<ShelfPage> shelfPages) {

    /** Papers came and changed, and none went. */
    public PaperChanges(List<PaperChange> papers, Set<ShelfPage> shelfPages) {
        this(papers, List.of(), Set.of(), shelfPages);
    }

    public boolean isEmpty() {
        return papers.isEmpty() && removals.isEmpty();
    }
}
