package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.NamedValue;
import io.paperpress.search.query.ReadingLists.ReadingList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what is found by year, venue, keyword, institution, author and reading list. */
final class Facets {

    private static final int MOST_YEARS = 100;
    private static final int MOST_VALUES = 30;

    private static final String VALUES = "values";

    private final Filters filters;
    private final List<ReadingList> lists;

    Facets(Filters filters, List<ReadingList> lists) {
        this.filters = filters;
        this.lists = lists;
    }

    /** One aggregation a facet; papers that only its own filter hides are counted in it. */
    Map<String, Aggregation> aggregations() {
        return Arrays.stream(Filter.values())
                .filter(Filter::isFacet)
                .filter(facet -> facet != Filter.LIST || !lists.isEmpty())
                .collect(Collectors.toMap(Filter::parameter, this::aggregation));
    }

    /** Bare where nothing is to be filtered: Elasticsearch has short cuts for that. */
    private Aggregation aggregation(Filter facet) {
        if (filters.isEmptyBut(facet)) {
            return values(facet);
        }
        return Aggregation.of(
                aggregation -> aggregation.filter(filters.allBut(facet)).aggregations(VALUES, values(facet)));
    }

    private Aggregation values(Filter facet) {
        return switch (facet) {
            case YEAR ->
                Aggregation.of(by -> by.terms(terms ->
                        terms.field(facet.parameter()).size(MOST_YEARS).order(NamedValue.of("_key", SortOrder.Desc))));
            case VENUE, KEYWORD, INSTITUTION, AUTHOR, HAS ->
                Aggregation.of(by -> by.terms(terms -> terms.field(facet.parameter())
                        .size(MOST_VALUES)
                        .order(NamedValue.of("_count", SortOrder.Desc), NamedValue.of("_key", SortOrder.Asc))));
            case LIST -> {
                Map<String, Query> bySlug = lists.stream()
                        .collect(Collectors.toMap(ReadingList::slug, list -> Filters.onList(list.slug())));
                yield Aggregation.of(by -> by.filters(each -> each.filters(buckets -> buckets.keyed(bySlug))));
            }
        };
    }

    /** Every facet, empty ones too. */
    Map<String, List<FacetCount>> read(Map<String, Aggregate> aggregates) {
        var facets = new LinkedHashMap<String, List<FacetCount>>();
        for (Filter facet : Filter.values()) {
            if (facet.isFacet()) {
                Aggregate aggregate = aggregates.get(facet.parameter());
                facets.put(facet.parameter(), aggregate == null ? List.of() : counts(facet, aggregate));
            }
        }
        return facets;
    }

    private List<FacetCount> counts(Filter facet, Aggregate aggregate) {
        Aggregate values = aggregate.isFilter()
                ? Objects.requireNonNull(aggregate.filter().aggregations().get(VALUES))
                : aggregate;
        return switch (facet) {
            case YEAR ->
                values.lterms().buckets().array().stream()
                        .map(bucket -> new FacetCount(bucket.key(), null, bucket.docCount()))
                        .toList();
            case VENUE, KEYWORD, INSTITUTION, AUTHOR, HAS ->
                values.sterms().buckets().array().stream().map(Facets::count).toList();
            case LIST -> lists(values);
        };
    }

    private static FacetCount count(StringTermsBucket bucket) {
        return new FacetCount(bucket.key().stringValue(), null, bucket.docCount());
    }

    private List<FacetCount> lists(Aggregate values) {
        var bySlug = lists.stream().collect(Collectors.toMap(ReadingList::slug, Function.identity()));
        return values.filters().buckets().keyed().entrySet().stream()
                .filter(bucket -> bucket.getValue().docCount() > 0)
                .map(bucket -> new FacetCount(
                        bucket.getKey(),
                        Objects.requireNonNull(bySlug.get(bucket.getKey())).title(),
                        bucket.getValue().docCount()))
                .sorted(Comparator.comparing(FacetCount::count).reversed())
                .toList();
    }
}
