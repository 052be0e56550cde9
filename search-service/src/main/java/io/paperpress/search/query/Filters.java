package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.paperpress.search.elasticsearch.Indexes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The filters of one search as Elasticsearch queries. */
final class Filters {

    private final Map<Filter, List<String>> values;

    Filters(Map<Filter, List<String>> values) {
        this.values = values;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether there is no other filter than, perhaps, this one. */
    boolean isEmptyBut(Filter own) {
        return values.keySet().stream().allMatch(filter -> filter == own);
    }

    /** What all filters let through. */
    Query all() {
        return of(values.keySet());
    }

    /** What all other filters let through: a facet offers the values its own filter hides. */
    Query allBut(Filter own) {
        var others = EnumSet.allOf(Filter.class);
        others.remove(own);
        others.retainAll(values.keySet());
        return of(others);
    }

    private Query of(Set<Filter> filters) {
        if (filters.isEmpty()) {
            return Query.of(query -> query.matchAll(all -> all));
        }
        var queries = filters.stream()
                .map(filter -> query(filter, values.getOrDefault(filter, List.of())))
                .toList();
        return Query.of(query -> query.bool(bool -> bool.filter(queries)));
    }

    private static Query query(Filter filter, List<String> values) {
        return switch (filter) {
            case YEAR, HAS -> terms(filter.parameter(), values);
            case VENUE, KEYWORD, INSTITUTION, AUTHOR ->
                terms(
                        filter.parameter() + ".lower",
                        values.stream().map(Filters::lower).toList());
            case LIST -> {
                var lists = values.stream().map(Filters::onList).toList();
                yield Query.of(query -> query.bool(bool -> bool.should(lists).minimumShouldMatch("1")));
            }
        };
    }

    /** Papers that stand on a reading list, looked up in the index of lists. */
    static Query onList(String slug) {
        return Query.of(query -> query.terms(terms -> terms.field("paperId")
                .terms(ids -> ids.lookup(
                        lookup -> lookup.index(Indexes.LISTS).id(slug).path("paperIds")))));
    }

    private static Query terms(String field, List<String> values) {
        var fieldValues = values.stream().map(FieldValue::of).toList();
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(list -> list.value(fieldValues))));
    }

    /** As Elasticsearch's {@code lowercase} normalizer does it: each character for itself. */
    private static String lower(String value) {
        return value.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
