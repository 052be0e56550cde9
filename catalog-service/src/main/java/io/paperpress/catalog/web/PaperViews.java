package io.paperpress.catalog.web;

import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.catalog.store.Vocabularies;
import org.springframework.stereotype.Component;

/** Papers as they are answered. */
@Component
public class PaperViews {

    private final CatalogueReader catalogue;
    private final Vocabularies vocabularies;

    PaperViews(CatalogueReader catalogue, Vocabularies vocabularies) {
        this.catalogue = catalogue;
        this.vocabularies = vocabularies;
    }

    /** A listed paper as it is now. */
    public PaperView of(Paper paper) {
        return PaperView.of(paper.catalogued(), vocabularies.current(), catalogue.listsOf(paper.id()));
    }
}
