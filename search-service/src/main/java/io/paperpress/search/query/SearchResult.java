package io.paperpress.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found.
 *
 * @param total of all pages
 * @param tookMs from question to answer, waiting for {@code minRevision} included
 * @param after cursor of the next page, absent on the last
 * @param suggestion what may have been meant, where a word is unknown
 * @param warnings what was not searched as asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchResult(
        long total,
        long tookMs,
        List<Hit> hits,
        Map<String, List<FacetCount>> facets,
        @Nullable String after,
        @Nullable String suggestion,
        List<String> warnings) {}
