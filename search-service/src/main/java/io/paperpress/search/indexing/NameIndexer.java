package io.paperpress.search.indexing;

import io.paperpress.common.events.AliasChanged;
import io.paperpress.common.events.KeywordChanged;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.VenueChanged;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.elasticsearch.NameDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Remembers under which names a thing is known, so that a search by any of them finds it; no paper is rewritten. */
@Component
class NameIndexer implements EventHandler<NameEvent> {

    private final BulkIndexer index;

    NameIndexer(BulkIndexer index) {
        this.index = index;
    }

    @Override
    public void handle(List<Delivery<NameEvent>> batch) {
        var newest = batch.stream()
                .map(Delivery::event)
                .collect(Collectors.toMap(
                        NameEvent::key,
                        event -> event,
                        BinaryOperator.maxBy((a, b) -> Long.compare(a.revision(), b.revision())),
                        LinkedHashMap::new));
        index.write(
                Indexes.NAMES, newest.values().stream().map(NameIndexer::entry).toList());
    }

    static BulkIndexer.Entry entry(NameEvent event) {
        List<String> texts = event.isGone() ? List.of() : texts(event);
        return new BulkIndexer.Entry(
                event.key(), event.revision(), texts.size() < 2 ? null : new NameDocument(event.key(), texts));
    }

    private static List<String> texts(NameEvent event) {
        var texts = new ArrayList<String>();
        switch (event) {
            case AliasChanged alias -> {
                texts.add(alias.name());
                if (alias.canonical() != null) {
                    texts.add(alias.canonical());
                }
                alias.scoped().forEach(scoped -> texts.add(scoped.canonical()));
            }
            case KeywordChanged keyword -> {
                texts.add(keyword.id());
                if (keyword.label() != null) {
                    texts.add(keyword.label());
                }
            }
            case VenueChanged venue -> {
                texts.add(venue.name());
                texts.addAll(venue.phrases());
            }
        }
        return texts;
    }
}
