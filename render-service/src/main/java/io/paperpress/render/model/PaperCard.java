package io.paperpress.render.model;

import io.paperpress.common.events.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pages other than its own show of a paper, with the addresses of its groups. */
public record PaperCard(
        String paperId,
        String title,
        @Nullable String shortName,
        List<Ref> authors,
        List<Ref> institutions,
        List<Ref> keywords,
        @Nullable Ref venue,
        @Nullable Integer year,
        List<Link> links) {

    public PaperCard {
        authors = List.copyOf(authors);
        institutions = List.copyOf(institutions);
        keywords = List.copyOf(keywords);
        links = List.copyOf(links);
    }

    /** Its groups of a facet. */
    public List<Ref> groups(Facet facet) {
        return switch (facet) {
            case YEAR -> year == null ? List.of() : List.of(new Ref(year.toString(), year.toString()));
            case VENUE -> venue == null ? List.of() : List.of(venue);
            case KEYWORD -> keywords;
            case INSTITUTION -> institutions;
            case AUTHOR -> authors;
        };
    }
}
