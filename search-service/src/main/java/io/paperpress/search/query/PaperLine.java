package io.paperpress.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.search.elasticsearch.PaperView;
import io.paperpress.search.elasticsearch.PaperView.LinkView;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a whole result set.
 *
 * @param url where the paper itself is to be read
 * @param page its page here
 * @param identifiers as {@code scheme:value}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaperLine(
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
        @Nullable String url,
        String page,
        List<LinkView> links,
        List<String> identifiers,
        @Nullable Instant cataloguedAt,
        @Nullable Instant revisedAt) {

    static PaperLine of(PaperView paper) {
        return new PaperLine(
                paper.paperId(),
                paper.revision(),
                paper.title(),
                paper.shortName(),
                paper.authors(),
                paper.institutions(),
                paper.venue(),
                paper.year(),
                paper.keywords(),
                paper.abstractText(),
                paper.citation(),
                Hit.url(paper),
                Hit.page(paper.paperId()),
                paper.links(),
                paper.identifiers(),
                instant(paper.cataloguedAt()),
                instant(paper.revisedAt()));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** The same as other programs are told it. */
    public PaperFields fields() {
        return new PaperFields(
                title,
                shortName,
                authors.stream().map(Author::named).toList(),
                institutions,
                venue,
                year,
                abstractText,
                identifiers.stream().flatMap(PaperLine::identifier).toList(),
                links.stream()
                        .map(link -> new Link(link.rel(), link.label(), link.url()))
                        .toList(),
                keywords,
                null,
                List.of(),
                citation,
                null);
    }

    private static Stream<Identifier> identifier(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? Stream.empty()
                : Stream.of(new Identifier(text.substring(0, colon), text.substring(colon + 1)));
    }
}
