package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;

/** Small queries that larger ones are made of. */
final class Queries {

    static final Query EVERYTHING = Query.of(query -> query.matchAll(all -> all));
    static final Query NOTHING = Query.of(query -> query.matchNone(none -> none));

    /** A little of what the other alternatives say. */
    private static final double TIE = 0.1;

    private Queries() {}

    static Query all(List<Query> queries) {
        return queries.size() == 1 ? queries.getFirst() : Query.of(query -> query.bool(bool -> bool.must(queries)));
    }

    /** The best of them counts. */
    static Query best(List<Query> alternatives) {
        return alternatives.size() == 1
                ? alternatives.getFirst()
                : Query.of(
                        query -> query.disMax(best -> best.queries(alternatives).tieBreaker(TIE)));
    }

    static Query filter(Query filter) {
        return Query.of(query -> query.bool(bool -> bool.filter(filter)));
    }

    static Query term(String field, String form, float boost) {
        return Query.of(
                query -> query.term(term -> term.field(field).value(form).boost(boost)));
    }

    /** Worth the same wherever it stands. */
    static Query exactly(String field, String value, float boost) {
        return Query.of(query -> query.constantScore(
                constant -> constant.filter(term(field, value, 1)).boost(boost)));
    }

    static Query prefix(String field, String beginning, float boost) {
        return Query.of(query ->
                query.prefix(prefix -> prefix.field(field).value(beginning).boost(boost)));
    }

    static Query phrase(String field, String forms, int slop, float boost) {
        return Query.of(query -> query.matchPhrase(
                phrase -> phrase.field(field).query(forms).slop(slop).boost(boost)));
    }
}
