package io.paperpress.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may be about to type.
 *
 * @param kind {@code title}, {@code shortName}, {@code author} or {@code institution}
 * @param paperId of the paper, where it is one
 * @param page of that paper
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestion(
        String text,
        String kind,
        @Nullable String paperId,
        @Nullable String page) {}
