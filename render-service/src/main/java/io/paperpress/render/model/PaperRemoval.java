package io.paperpress.render.model;

import org.jspecify.annotations.Nullable;

/**
 * A paper that the model no longer lists.
 *
 * @param before {@code null} where it never was listed here
 */
public record PaperRemoval(PaperChange.@Nullable Known before, FormerPaper after) {}
