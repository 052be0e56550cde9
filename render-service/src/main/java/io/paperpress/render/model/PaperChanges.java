package io.paperpress.render.model;

import java.util.List;
import java.util.Set;

/**
 * What a batch of events did to the papers of the model.
 *
 * @param papers without those whose revision was not newer
 * @param shelfPages pages of groups and indexes that show something else now
 */
public record PaperChanges(List<PaperChange> papers, Set<ShelfPage> shelfPages) {}
