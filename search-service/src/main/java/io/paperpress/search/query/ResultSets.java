package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.paperpress.search.elasticsearch.Elasticsearch;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.elasticsearch.PaperDocument;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Everything that a search finds, a page at a time, in the state of the moment it began. */
@Component
public class ResultSets {

    /** Papers asked for at once. */
    private static final int PAGE = 500;

    /** How long a reader may take for a page. */
    private static final Time KEPT = Time.of(time -> time.time("2m"));

    private final Elasticsearch elasticsearch;
    private final PaperSearch search;

    ResultSets(Elasticsearch elasticsearch, PaperSearch search) {
        this.elasticsearch = elasticsearch;
        this.search = search;
    }

    /** Takes papers, and may fail at it. */
    @FunctionalInterface
    public interface Reader {
        void read(PaperLine paper) throws IOException;
    }

    /**
     * Asks for the first page, so that what can go wrong at once does so here.
     *
     * @throws io.paperpress.common.messaging.Unavailable when Elasticsearch is away
     */
    public ResultSet open(Search wanted) {
        Query query = search.wholeQuery(wanted);
        String moment = elasticsearch
                .ask(client -> client.openPointInTime(
                        request -> request.index(Indexes.PAPERS).keepAlive(KEPT)))
                .id();
        var set = new ResultSet(wanted, query, moment);
        set.page = set.ask(List.of());
        return set;
    }

    /** To be read once, and closed. */
    public final class ResultSet implements AutoCloseable {

        private final Search wanted;
        private final Query query;
        private String moment;
        private SearchResponse<PaperDocument.Stored> page;

        @SuppressWarnings("NullAway.Init") // the first page is asked for by whoever makes it
        private ResultSet(Search wanted, Query query, String moment) {
            this.wanted = wanted;
            this.query = query;
            this.moment = moment;
        }

        /** In the order of the search. */
        public void read(Reader reader) throws IOException {
            while (true) {
                var hits = page.hits().hits();
                for (var hit : hits) {
                    reader.read(
                            PaperLine.of(Objects.requireNonNull(hit.source()).view()));
                }
                if (hits.size() < PAGE) {
                    return;
                }
                page = ask(hits.getLast().sort());
            }
        }

        /** No more than so many. */
        public List<PaperLine> first(int most) {
            return page.hits().hits().stream()
                    .limit(most)
                    .map(hit ->
                            PaperLine.of(Objects.requireNonNull(hit.source()).view()))
                    .toList();
        }

        private SearchResponse<PaperDocument.Stored> ask(List<FieldValue> after) {
            var request = new SearchRequest.Builder()
                    .pit(pit -> pit.id(moment).keepAlive(KEPT))
                    .query(query)
                    .sort(wanted.order().options())
                    .size(PAGE)
                    .trackTotalHits(track -> track.enabled(false));
            if (!after.isEmpty()) {
                request.searchAfter(after);
            }
            var built = request.build();
            var response = elasticsearch.ask(client -> client.search(built, PaperDocument.Stored.class));
            moment = Objects.requireNonNullElse(response.pitId(), moment);
            return response;
        }

        @Override
        public void close() {
            elasticsearch.ask(client -> client.closePointInTime(request -> request.id(moment)));
        }
    }
}
