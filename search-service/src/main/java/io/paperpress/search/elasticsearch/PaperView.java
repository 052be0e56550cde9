package io.paperpress.search.elasticsearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hit shows of a paper: kept with it in the index as it came, and not searched.
 *
 * @param identifiers as {@code scheme:value}
 * @param cataloguedAt milliseconds since 1970
 * @param revisedAt milliseconds since 1970
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PaperView(
        String paperId,
        long revision,
        String title,
        @Nullable String shortName,
        List<String> authors,
        List<String> institutions,
        @Nullable String venue,
        @Nullable Integer year,
        List<String> keywords,
        @JsonProperty("abstract") @Nullable String abstractText,
        @Nullable String citation,
        List<LinkView> links,
        List<String> identifiers,
        @Nullable Long cataloguedAt,
        @Nullable Long revisedAt) {

    /** A labelled address. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LinkView(String rel, @Nullable String label, String url) {}

    public PaperView {
        authors = copy(authors);
        institutions = copy(institutions);
        keywords = copy(keywords);
        links = copy(links);
        identifiers = copy(identifiers);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
