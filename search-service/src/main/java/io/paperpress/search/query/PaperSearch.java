package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import io.paperpress.search.elasticsearch.Elasticsearch;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.elasticsearch.PaperDocument;
import io.paperpress.search.language.QueryParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers a search.
 *
 * <p>Words are first taken as typed; only where nothing at all holds them are likely typos forgiven, and only where that
 * finds nothing either is a paper good that holds most of them. So exact searches stay exact and fast, and "llama" does
 * not bring LLaVA along.
 */
@Component
public class PaperSearch {

    private final Elasticsearch elasticsearch;
    private final ReadingLists readingLists;
    private final Revisions revisions;
    private final Spelling spelling;
    private final SynonymSource synonyms;
    private final Clock clock;

    PaperSearch(
            Elasticsearch elasticsearch,
            ReadingLists readingLists,
            Revisions revisions,
            Spelling spelling,
            SynonymSource synonyms,
            Clock clock) {
        this.elasticsearch = elasticsearch;
        this.readingLists = readingLists;
        this.revisions = revisions;
        this.spelling = spelling;
        this.synonyms = synonyms;
        this.clock = clock;
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
        var understood = understood(search);
        warnings.addAll(understood.parsed().warnings());
        if (understood.isEmpty() && !search.q().isBlank()) {
            warnings.add("The query holds no letter or digit to search for.");
        }
        var facets = new Facets(new Filters(search.filters()), readingLists.largest());
        Leniency leniency = after == null ? Leniency.EXACT : after.leniency();
        var response = ask(search, query(search, understood, leniency), facets, after);
        String suggestion = null;
        if (after == null && total(response) == 0 && !understood.isEmpty() && !isKnown(understood, leniency)) {
            leniency = lenient(understood);
            suggestion = spelling.corrected(search.q(), understood.wanted()).orElse(null);
            response = ask(search, query(search, understood, leniency), facets, null);
        }
        if (leniency == Leniency.LOOSE && total(response) > 0) {
            warnings.add("Nothing holds all of the words; these papers hold most of them.");
        }
        var matcher = new WordMatcher(understood.wanted(), leniency.forgives(), understood.synonyms());
        return new SearchResult(
                total(response),
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                hits(search, response, new Highlighter(matcher)),
                facets.read(response.aggregations()),
                next(search, response, leniency),
                suggestion,
                warnings);
    }

    /** What finds all that a search finds, filters included, in the strictest way that finds anything. */
    Query wholeQuery(Search search) {
        var understood = understood(search);
        boolean lenient = !search.q().isBlank() && !understood.isEmpty() && !isKnown(understood, Leniency.EXACT);
        var query = query(search, understood, lenient ? lenient(understood) : Leniency.EXACT);
        var filters = new Filters(search.filters());
        return filters.isEmpty()
                ? query
                : Query.of(all -> all.bool(bool -> bool.must(query).filter(filters.all())));
    }

    private Understood understood(Search search) {
        return new Understood(
                QueryParser.parse(search.q()),
                synonyms.synonyms(),
                Year.now(clock).getValue());
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

    private static Query query(Search search, Understood understood, Leniency leniency) {
        return search.q().isBlank() ? Queries.EVERYTHING : understood.query(leniency);
    }

    /** The strictest way in which anything is found. */
    private Leniency lenient(Understood understood) {
        return isKnown(understood, Leniency.FORGIVING) ? Leniency.FORGIVING : Leniency.LOOSE;
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
    private boolean isKnown(Understood understood, Leniency leniency) {
        var query = understood.query(leniency);
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

    private static @Nullable String next(Search search, SearchResponse<?> response, Leniency leniency) {
        var hits = response.hits().hits();
        if (hits.isEmpty() || hits.size() < search.size()) {
            return null;
        }
        return new Cursor(leniency, hits.getLast().sort()).encode(search);
    }
}
