package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Like;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.paperpress.search.elasticsearch.Elasticsearch;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.elasticsearch.PaperDocument;
import io.paperpress.search.elasticsearch.PaperView;
import io.paperpress.search.words.Stems;
import io.paperpress.search.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Papers that share telling words and keywords with one. */
@Component
public class SimilarPapers {

    private static final int TELLING_WORDS = 25;
    private static final String LEAST = "20%";
    private static final float KEYWORD = 2f;

    private final Elasticsearch elasticsearch;

    SimilarPapers(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /**
     * @return the likest first; empty where there is no such paper
     * @throws io.paperpress.common.messaging.Unavailable when Elasticsearch is away
     */
    public Optional<List<Hit>> of(String paperId, int size) {
        return find(paperId).map(paper -> {
            var response = elasticsearch.ask(client -> client.search(
                    request -> request.index(Indexes.PAPERS)
                            .size(size)
                            .trackTotalHits(track -> track.enabled(false))
                            .query(like(paper)),
                    PaperDocument.Stored.class));
            return response.hits().hits().stream()
                    .map(hit -> Hit.of(Objects.requireNonNull(hit.source()).view(), hit.score(), Map.of()))
                    .toList();
        });
    }

    private Optional<PaperView> find(String paperId) {
        var response = elasticsearch.ask(client -> client.search(
                request -> request.index(Indexes.PAPERS).size(1).query(Queries.term("paperId", paperId, 1)),
                PaperDocument.Stored.class));
        return response.hits().hits().stream()
                .map(hit -> Objects.requireNonNull(hit.source()).view())
                .findFirst();
    }

    private static Query like(PaperView paper) {
        var likelier = new ArrayList<Query>();
        likelier.add(telling(List.of("words.stems"), stems(paper.title()), 3));
        if (paper.abstractText() != null) {
            likelier.add(telling(List.of("words.textStems", "words.stems"), stems(paper.abstractText()), 1));
        }
        paper.keywords().forEach(keyword -> likelier.add(Queries.term("keyword", keyword, KEYWORD)));
        return Query.of(query -> query.bool(bool ->
                bool.should(likelier).minimumShouldMatch("1").mustNot(Queries.term("paperId", paper.paperId(), 1))));
    }

    private static Query telling(List<String> fields, String stems, float boost) {
        return Query.of(query -> query.moreLikeThis(like -> like.fields(fields)
                .like(Like.of(text -> text.text(stems)))
                .minTermFreq(1)
                .minDocFreq(1)
                .minWordLength(3)
                .maxQueryTerms(TELLING_WORDS)
                .minimumShouldMatch(LEAST)
                .boost(boost)));
    }

    private static String stems(String text) {
        return Words.of(text).stream().map(word -> Stems.of(word.form())).collect(Collectors.joining(" "));
    }
}
