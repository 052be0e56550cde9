package io.paperpress.search.relevance;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.PaperCatalogued;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one gets for nothing: the papers as they are, Elasticsearch's standard analyser, one {@code multi_match}. */
final class PlainIndex {

    private static final String INDEX = "plain-baseline";

    private static final List<String> FIELDS = List.of(
            "title", "shortName", "authors", "institutions", "venue", "year", "keywords", "abstract", "citation");

    private final ElasticsearchClient client;

    PlainIndex(ElasticsearchClient client) {
        this.client = client;
    }

    void fill(List<PaperCatalogued> papers) throws IOException {
        if (client.indices().exists(index -> index.index(INDEX)).value()) {
            client.indices().delete(index -> index.index(INDEX));
        }
        client.indices()
                .create(index -> index.index(INDEX).mappings(mappings -> {
                    FIELDS.forEach(field -> mappings.properties(field, property -> property.text(text -> text)));
                    return mappings;
                }));
        client.bulk(bulk -> {
            papers.forEach(paper -> bulk.operations(operation -> operation.index(
                    index -> index.index(INDEX).id(paper.paperId()).document(document(paper)))));
            return bulk.refresh(Refresh.True);
        });
    }

    private static Map<String, Object> document(PaperCatalogued paper) {
        var document = new HashMap<String, Object>();
        var fields = paper.paper();
        document.put("title", fields.title());
        document.put("shortName", fields.shortName());
        document.put("authors", fields.authors().stream().map(Author::name).toList());
        document.put("institutions", fields.institutions());
        document.put("venue", fields.venue());
        document.put("year", String.valueOf(fields.year()));
        document.put("keywords", fields.keywords());
        document.put("abstract", fields.abstractText());
        document.put("citation", fields.citation());
        return document;
    }

    List<String> search(String q) throws IOException {
        var response = client.search(
                request -> request.index(INDEX)
                        .size(10)
                        .query(query -> query.multiMatch(
                                match -> match.query(q).fields(FIELDS).lenient(true))),
                Void.class);
        return response.hits().hits().stream().map(Hit::id).map(String::valueOf).toList();
    }
}
