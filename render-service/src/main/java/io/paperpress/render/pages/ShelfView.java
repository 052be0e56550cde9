package io.paperpress.render.pages;

import io.paperpress.render.model.Facet;
import io.paperpress.render.model.ModelReader.Count;
import io.paperpress.render.model.PaperCard;
import io.paperpress.render.model.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of groups and of indexes show. */
public final class ShelfView {

    private ShelfView() {}

    /** A link to another page of the same shelf. */
    public record Other(String label, String path, boolean isThis) {}

    /** Neighbours, and on the first page all others. */
    public record Paging(
            @Nullable String previous, @Nullable String next, List<Other> all) {}

    /**
     * A page of a group.
     *
     * @param papers of the group, on all its pages
     * @param chart only on the first page
     */
    public record GroupPage(
            Facet facet,
            Ref ref,
            long papers,
            boolean isFirst,
            @Nullable YearChart chart,
            List<Heading> headings,
            Paging paging) {}

    /**
     * Papers under one heading.
     *
     * @param group the page that the heading leads to, where it names a group
     */
    public record Heading(String text, @Nullable String path, List<PaperCard> papers) {}

    /**
     * A page of an index.
     *
     * @param letters groups under their first letter; one part without a letter where letters do not help
     */
    public record IndexPage(
            Facet facet, long groups, boolean isFirst, List<Letter> letters, long most, Paging paging) {}

    /** Groups that begin alike. */
    public record Letter(String letter, List<Count> groups) {}
}
