package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.paperpress.search.elasticsearch.Elasticsearch;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.elasticsearch.PaperDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers a search.
 *
 * <p>Words are first taken as typed; only where nothing at all holds them are likely typos forgiven. So exact searches
 * stay exact and fast, and "llama" does not bring LLaVA along.
 */
@Component
public class PaperSearch {

    private static final Query EVERYTHING = Query.of(query -> query.matchAll(all -> all));
    private static final Query NOTHING = Query.of(query -> query.matchNone(none -> none));

    private final Elasticsearch elasticsearch;
    private final ReadingLists readingLists;
    private final Revisions revisions;

    PaperSearch(Elasticsearch elasticsearch, ReadingLists readingLists, Revisions revisions) {
        this.elasticsearch = elasticsearch;
        this.readingLists = readingLists;
        this.revisions = revisions;
    }

    /**
     * @throws ForeignCursor when {@code after} was not given out for this search
     * @throws io.paperpress.common.messaging.Unavailable when Elasticsearch is away
     */
    public SearchResult search(Search search) {
        long start = System.nanoTime();
        var warnings = new ArrayList<String>();
        Cursor after = cursor(search);
        awaitRevision(search, warnings);
        var typed = QueryWords.of(search.q());
        warn(search, typed, warnings);
        boolean forgiving = after != null && after.forgiving();
        var facets = new Facets(new Filters(search.filters()), readingLists.largest());
        var response = ask(search, query(search, typed, forgiving), facets, after);
        if (after == null && total(response) == 0 && !typed.isEmpty() && !isKnown(typed)) {
            forgiving = true;
            response = ask(search, query(search, typed, true), facets, null);
        }
        return new SearchResult(
                total(response),
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                hits(search, response, new Highlighter(typed, forgiving)),
                facets.read(response.aggregations()),
                next(search, response, forgiving),
                warnings);
    }

    private static @Nullable Cursor cursor(Search search) {
        String after = search.after();
        return after == null ? null : Cursor.decode(after, search).orElseThrow(ForeignCursor::new);
    }

    private void awaitRevision(Search search, List<String> warnings) {
        PaperRevision wanted = search.minRevision();
        if (wanted != null && !revisions.await(wanted)) {
            warnings.add("Revision %d of paper %s cannot be found yet.".formatted(wanted.revision(), wanted.paperId()));
        }
    }

    private static void warn(Search search, QueryWords typed, List<String> warnings) {
        if (typed.cut()) {
            warnings.add("The query is very long; only its first words were searched for.");
        } else if (typed.isEmpty() && !search.q().isBlank()) {
            warnings.add("The query holds no letter or digit to search for.");
        }
    }

    private static Query query(Search search, QueryWords typed, boolean forgiving) {
        if (search.q().isBlank()) {
            return EVERYTHING;
        }
        return typed.isEmpty() ? NOTHING : WordsQuery.of(typed, forgiving);
    }

    private SearchResponse<PaperDocument.Stored> ask(
            Search search, Query query, Facets facets, @Nullable Cursor after) {
        var filters = new Filters(search.filters());
        var request = new SearchRequest.Builder()
                .index(Indexes.PAPERS)
                .query(query)
                .sort(search.order().options())
                .size(search.size())
                .trackTotalHits(track -> track.enabled(true))
                .aggregations(facets.aggregations());
        if (!filters.isEmpty()) {
            request.postFilter(filters.all());
        }
        if (after != null) {
            request.searchAfter(after.values());
        }
        var built = request.build();
        return elasticsearch.ask(client -> client.search(built, PaperDocument.Stored.class));
    }

    /** Whether anything holds the words, filters aside. */
    private boolean isKnown(QueryWords typed) {
        var query = WordsQuery.of(typed, false);
        return elasticsearch
                        .ask(client -> client.count(
                                request -> request.index(Indexes.PAPERS).query(query)))
                        .count()
                > 0;
    }

    private static long total(SearchResponse<?> response) {
        return Objects.requireNonNull(response.hits().total()).value();
    }

    private static List<Hit> hits(
            Search search, SearchResponse<PaperDocument.Stored> response, Highlighter highlighter) {
        boolean scored = search.order() == SortOrder.RELEVANCE;
        return response.hits().hits().stream()
                .map(hit -> {
                    var paper = Objects.requireNonNull(hit.source()).view();
                    return Hit.of(paper, scored ? hit.score() : null, highlighter.highlight(paper));
                })
                .toList();
    }

    private static @Nullable String next(Search search, SearchResponse<?> response, boolean forgiving) {
        var hits = response.hits().hits();
        if (hits.isEmpty() || hits.size() < search.size()) {
            return null;
        }
        return new Cursor(forgiving, hits.getLast().sort()).encode(search);
    }
}
