package io.paperpress.render.pages;

import io.paperpress.render.model.Facet;
import io.paperpress.render.model.ModelReader.Count;
import io.paperpress.render.model.ModelReader.ListSummary;
import io.paperpress.render.model.PaperCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the home page shows. */
public record HomeView(
        long papers,
        List<FacetCount> facets,
        @Nullable YearChart chart,
        List<ListSummary> lists,
        List<PaperCard> newest,
        List<Count> venues,
        List<Count> keywords,
        List<Count> institutions) {

    /** How many groups a facet has. */
    public record FacetCount(Facet facet, long groups) {}
}
