package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.paperpress.search.elasticsearch.Elasticsearch;
import io.paperpress.search.elasticsearch.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The largest reading lists by name: what the facet of lists counts. Asked for at most once a second. */
@Component
class ReadingLists {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** Each one costs a look-up in every search. */
    private static final int MOST = 50;

    /** A list without its papers. */
    record ReadingList(String slug, String title) {}

    private record Known(Instant at, List<ReadingList> lists) {}

    private final Elasticsearch elasticsearch;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, List.of());

    ReadingLists(Elasticsearch elasticsearch, Clock clock) {
        this.elasticsearch = elasticsearch;
        this.clock = clock;
    }

    List<ReadingList> largest() {
        Known last = known;
        Instant now = clock.instant();
        if (last.at().isBefore(now.minus(FRESH))) {
            last = new Known(now, ask());
            known = last;
        }
        return last.lists();
    }

    private List<ReadingList> ask() {
        var response = elasticsearch.ask(client -> client.search(
                request -> request.index(Indexes.LISTS)
                        .size(MOST)
                        .source(source -> source.filter(filter -> filter.includes("slug", "title")))
                        .sort(sort -> sort.field(by -> by.field("paperCount").order(SortOrder.Desc)))
                        .sort(sort -> sort.field(by -> by.field("slug"))),
                ReadingList.class));
        return response.hits().hits().stream()
                .map(Hit::source)
                .filter(Objects::nonNull)
                .toList();
    }
}
