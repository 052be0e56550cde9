package io.paperpress.search.elasticsearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A paper as the index holds it; its fields are those of {@code elasticsearch/papers.json}.
 *
 * @param cataloguedAt milliseconds since 1970
 * @param titleOrder what the titles are sorted by
 * @param has which of code, note and cover there is
 * @param identifier by which it can be asked for directly, with and without the scheme
 * @param name title and short name written as one word, for who types the whole of it, and as they are written
 * @param words folded forms, parted by spaces
 * @param suggest what completes what is being typed
 * @param view what a hit shows
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PaperDocument(
        String paperId,
        long revision,
        long cataloguedAt,
        String titleOrder,
        @Nullable Integer year,
        @Nullable String venue,
        List<String> keyword,
        List<String> institution,
        List<String> author,
        List<String> has,
        Collection<String> identifier,
        Collection<String> name,
        Folded words,
        Completions suggest,
        PaperView view) {

    /** The words of each field as they are searched. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Folded(
            String title,
            String shortName,
            String variants,
            List<String> authors,
            List<String> institutions,
            String venue,
            List<String> keywords,
            @JsonProperty("abstract") List<String> abstractText,
            List<String> text,
            String stems,
            String textStems) {}

    /** What it adds to the completions of what is being typed. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Completions(
            List<Completion> title,
            List<Completion> shortName,
            List<Completion> author,
            List<Completion> institution) {}

    /**
     * @param input folded beginnings that lead to it
     * @param weight heavier ones come first
     */
    public record Completion(Collection<String> input, int weight) {}

    /** All that a search needs to read back. */
    public record Stored(PaperView view) {}

    /** A whole name with its signs, told from folded ones: LoRA+ is not LoRA. */
    public static String asWritten(String name) {
        return "=" + name.strip().toLowerCase(Locale.ROOT);
    }
}
