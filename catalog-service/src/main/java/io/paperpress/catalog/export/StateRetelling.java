package io.paperpress.catalog.export;

import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.common.events.PaperCatalogued;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.OutgoingEvent;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells every paper and every list at its newest. */
@Component
class StateRetelling implements Retelling {

    private static final int AT_ONCE = 200;

    private final CatalogueReader catalogue;

    StateRetelling(CatalogueReader catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void retell(Consumer<List<OutgoingEvent>> told) {
        String after = "";
        List<PaperCatalogued> papers;
        do {
            papers = catalogue.papers(after, AT_ONCE);
            told.accept(papers.stream()
                    .map(paper -> new OutgoingEvent(Topics.PAPERS, paper.paperId(), paper))
                    .toList());
            after = papers.isEmpty() ? after : papers.getLast().paperId();
        } while (papers.size() == AT_ONCE);
        catalogue.lists().forEach(list -> told.accept(List.of(new OutgoingEvent(Topics.LISTS, list.slug(), list))));
    }
}
