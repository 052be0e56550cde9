package io.paperpress.render.model;

import io.paperpress.common.events.ListCatalogued;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reading list that the model now knows better.
 *
 * @param before {@code null} for a new list
 * @param papers ids of papers that stand elsewhere on it than before, or no more
 */
public record ListChange(@Nullable ListCatalogued before, ListCatalogued after, Set<String> papers) {}
