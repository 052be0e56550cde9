package io.paperpress.search.indexing;

import io.paperpress.common.events.ListCatalogued;
import io.paperpress.common.events.ListEntry;
import io.paperpress.common.events.ListEvent;
import io.paperpress.common.events.ListItem;
import io.paperpress.common.events.ListSection;
import io.paperpress.common.messaging.Delivery;
import io.paperpress.common.messaging.EventHandler;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.elasticsearch.ListDocument;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Remembers which papers stand on which reading list; a list that changes rewrites no paper. */
@Component
class ListIndexer implements EventHandler<ListEvent> {

    private final BulkIndexer index;

    ListIndexer(BulkIndexer index) {
        this.index = index;
    }

    @Override
    public void handle(List<Delivery<ListEvent>> batch) {
        var newest = batch.stream()
                .map(Delivery::event)
                .collect(Collectors.toMap(
                        ListEvent::slug,
                        event -> event,
                        BinaryOperator.maxBy((a, b) -> Long.compare(a.revision(), b.revision())),
                        LinkedHashMap::new));
        index.write(
                Indexes.LISTS, newest.values().stream().map(ListIndexer::entry).toList());
    }

    static BulkIndexer.Entry entry(ListEvent event) {
        return switch (event) {
            case ListCatalogued list -> new BulkIndexer.Entry(list.slug(), list.revision(), document(list));
        };
    }

    private static ListDocument document(ListCatalogued list) {
        Set<String> paperIds = Stream.concat(
                        list.entries().stream(), list.sections().stream().flatMap(ListIndexer::entries))
                .flatMap(entry -> entry.items().stream())
                .map(ListItem::paperId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new ListDocument(list.slug(), list.title(), paperIds.size(), paperIds);
    }

    private static Stream<ListEntry> entries(ListSection section) {
        return Stream.concat(
                section.entries().stream(), section.sections().stream().flatMap(ListIndexer::entries));
    }
}
