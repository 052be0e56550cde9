package io.paperpress.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How many papers a search would keep, were it narrowed to one value.
 *
 * @param value what the filter of that name takes: a number for years, else text
 * @param label how to show it, where that is not the value itself: the title of a reading list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FacetCount(Object value, @Nullable String label, long count) {}
