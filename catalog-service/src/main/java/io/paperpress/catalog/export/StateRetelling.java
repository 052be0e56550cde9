package io.paperpress.catalog.export;

import io.paperpress.catalog.paper.Aliases;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Standing.Listed;
import io.paperpress.catalog.paper.Standing.Merged;
import io.paperpress.catalog.paper.Standing.Withdrawn;
import io.paperpress.catalog.store.CatalogueReader;
import io.paperpress.catalog.store.CatalogueReader.KeptPaper;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.events.Topics;
import io.paperpress.common.messaging.OutgoingEvent;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Tells every paper, those that are not listed any more too, and every list at its newest. */
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
        List<KeptPaper> papers;
        do {
            papers = catalogue.keptAfter(after, AT_ONCE);
            told.accept(papers.stream().map(StateRetelling::event).toList());
            after = papers.isEmpty() ? after : papers.getLast().state().paperId();
        } while (papers.size() == AT_ONCE);
        catalogue.lists().forEach(list -> told.accept(List.of(new OutgoingEvent(Topics.LISTS, list.slug(), list))));
    }

    private static OutgoingEvent event(KeptPaper paper) {
        return new OutgoingEvent(Topics.PAPERS, paper.state().paperId(), told(paper));
    }

    /** Of a listed paper that is its state, with the names it is shown under. */
    private static PaperEvent told(KeptPaper paper) {
        return switch (paper.standing()) {
            case Listed _ -> paper.state();
            case Withdrawn _, Merged _ ->
                Paper.of(paper.state(), paper.standing(), Aliases.NONE).told();
        };
    }
}
