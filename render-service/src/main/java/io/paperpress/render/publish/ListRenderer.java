package io.paperpress.render.publish;

import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEvent;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.render.model.ReadingLists;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes catalogued reading lists in, as {@link PaperRenderer} does papers. */
@Component
public class ListRenderer implements EventHandler<ListEvent> {

    private final WritingTransaction writing;
    private final ReadingLists lists;
    private final DirtyPages dirtyPages;
    private final Untold untold;
    private final Publishing publishing;

    ListRenderer(
            WritingTransaction writing,
            ReadingLists lists,
            DirtyPages dirtyPages,
            Untold untold,
            Publishing publishing) {
        this.writing = writing;
        this.lists = lists;
        this.dirtyPages = dirtyPages;
        this.untold = untold;
        this.publishing = publishing;
    }

    @Override
    public void handle(List<Delivery<ListEvent>> batch) {
        var states = new ArrayList<ListCatalogued>();
        for (var delivery : batch) {
            switch (delivery.event()) {
                case ListCatalogued state -> states.add(state);
            }
        }
        writing.run(() -> store(states));
        publishing.wake();
    }

    private void store(List<ListCatalogued> states) {
        for (var list : lists.store(states)) {
            var change = writing.nextChange();
            dirtyPages.mark(TouchedPages.by(list), change);
            untold.add(List.of(Untold.Revision.of(list.after(), change)));
        }
    }
}
