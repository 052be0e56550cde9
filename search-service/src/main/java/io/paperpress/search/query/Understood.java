package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.paperpress.search.elasticsearch.PaperDocument;
import io.paperpress.search.language.Clause;
import io.paperpress.search.language.Clause.All;
import io.paperpress.search.language.Clause.Any;
import io.paperpress.search.language.Clause.Has;
import io.paperpress.search.language.Clause.Not;
import io.paperpress.search.language.Clause.Phrase;
import io.paperpress.search.language.Clause.Words;
import io.paperpress.search.language.Clause.Years;
import io.paperpress.search.language.ParsedQuery;
import io.paperpress.search.words.Synonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query as Elasticsearch is asked for it.
 *
 * @param year the current one: newer papers come a little earlier
 */
record Understood(ParsedQuery parsed, Synonyms synonyms, int year) {

    private static final float WHOLE_NAME = 80f;
    private static final float AS_WRITTEN = 10f;
    private static final float NAME_BEGINNING = 15f;
    private static final float PHRASE = 10f;
    private static final int SHORTEST_NAME = 3;

    /** Factor of the score for papers of these last years; other papers have 1. */
    private static final List<Recent> RECENT = List.of(new Recent(1, 1.06), new Recent(3, 1.04), new Recent(6, 1.02));

    private record Recent(int years, double weight) {}

    boolean isEmpty() {
        return parsed.clauses().stream()
                .noneMatch(clause -> query(clause, Leniency.EXACT).isPresent());
    }

    /** @param leniency applies to words; what was put in quotation marks or excluded is always meant as it stands */
    Query query(Leniency leniency) {
        var found = new ArrayList<Query>();
        var excluded = new ArrayList<Query>();
        sort(parsed.clauses(), leniency, found, excluded);
        if (found.isEmpty() && excluded.isEmpty()) {
            return Queries.NOTHING;
        }
        var likelier = likelier();
        var all = Query.of(
                query -> query.bool(bool -> bool.must(found).mustNot(excluded).should(likelier)));
        return newerFirst(all);
    }

    private Query newerFirst(Query found) {
        var functions = RECENT.stream()
                .map(recent -> FunctionScore.of(function ->
                        function.filter(years(year - recent.years(), null)).weight(recent.weight())))
                .toList();
        return Query.of(query -> query.functionScore(score -> score.query(found)
                .functions(functions)
                .scoreMode(FunctionScoreMode.First)
                .boostMode(FunctionBoostMode.Multiply)));
    }

    /** What lifts a paper that is found anyway. */
    private List<Query> likelier() {
        var run = run();
        var should = new ArrayList<Query>();
        if (!run.isEmpty()) {
            String name = run.phrase().replace(" ", "");
            should.add(Queries.exactly("name", name, WHOLE_NAME));
            should.add(Queries.exactly("name", PaperDocument.asWritten(runText()), AS_WRITTEN));
            if (name.length() >= SHORTEST_NAME) {
                should.add(Queries.prefix("name", name, NAME_BEGINNING));
            }
        }
        if (run.words().size() > 1) {
            should.add(Queries.phrase(Scope.TITLE, run.phrase(), 1, PHRASE));
            should.add(Queries.phrase(Scope.SHORT_NAME, run.phrase(), 1, PHRASE));
        }
        return should;
    }

    /** All words that were typed without a field and outside of brackets, in order. */
    private QueryWords run() {
        return QueryWords.of(runText());
    }

    private String runText() {
        return parsed.clauses().stream()
                .flatMap(clause -> clause instanceof Words words && words.field() == null
                        ? Stream.of(words.text())
                        : Stream.empty())
                .collect(Collectors.joining(" "));
    }

    /** Everything that a paper was to hold. */
    List<QueryWords> wanted() {
        return wanted(parsed.clauses()).map(QueryWords::of).toList();
    }

    private static Stream<String> wanted(List<Clause> clauses) {
        return clauses.stream().flatMap(clause -> switch (clause) {
            case Words words -> Stream.of(words.text());
            case Phrase phrase -> Stream.of(phrase.text());
            case All all -> wanted(all.clauses());
            case Any any -> wanted(any.clauses());
            case Not not -> Stream.empty();
            case Years years -> Stream.empty();
            case Has has -> Stream.empty();
        });
    }

    private void sort(List<Clause> clauses, Leniency leniency, List<Query> found, List<Query> excluded) {
        for (Clause clause : clauses) {
            if (clause instanceof Not not) {
                query(not.clause(), Leniency.EXACT).ifPresent(excluded::add);
            } else {
                query(clause, leniency).ifPresent(found::add);
            }
        }
    }

    /** @return empty where it holds no letter or digit */
    private Optional<Query> query(Clause clause, Leniency leniency) {
        return switch (clause) {
            case Words words ->
                words(words.text()).map(typed -> WordsQuery.of(typed, Scope.of(words.field()), leniency, synonyms));
            case Phrase phrase -> words(phrase.text()).map(typed -> phrase(typed, Scope.of(phrase.field())));
            case Years range -> Optional.of(Queries.filter(years(range.from(), range.to())));
            case Has has ->
                Optional.of(Queries.filter(Queries.term("has", has.extra().typed(), 1)));
            case All all -> all(all.clauses(), leniency);
            case Any any -> any(any.clauses(), leniency);
            case Not not ->
                query(not.clause(), Leniency.EXACT)
                        .map(excluded -> Query.of(query -> query.bool(bool -> bool.mustNot(excluded))));
        };
    }

    private static Optional<QueryWords> words(String text) {
        return Optional.of(QueryWords.of(text)).filter(typed -> !typed.isEmpty());
    }

    private Optional<Query> all(List<Clause> clauses, Leniency leniency) {
        var found = new ArrayList<Query>();
        var excluded = new ArrayList<Query>();
        sort(clauses, leniency, found, excluded);
        return found.isEmpty() && excluded.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Query.of(query -> query.bool(bool -> bool.must(found).mustNot(excluded))));
    }

    private Optional<Query> any(List<Clause> clauses, Leniency leniency) {
        var alternatives = clauses.stream()
                .flatMap(clause -> query(clause, leniency).stream())
                .toList();
        return alternatives.isEmpty() ? Optional.empty() : Optional.of(Queries.best(alternatives));
    }

    private static Query phrase(QueryWords typed, Scope scope) {
        String phrase = typed.phrase();
        var alternatives = new ArrayList<Query>();
        scope.worth().forEach((field, boost) -> {
            alternatives.add(Queries.phrase(field, phrase, 0, boost));
            if (typed.words().size() > 1) {
                alternatives.add(Queries.term(field, phrase.replace(" ", ""), boost));
            }
        });
        return Queries.best(alternatives);
    }

    private static Query years(@Nullable Integer from, @Nullable Integer to) {
        return Query.of(query -> query.range(range -> range.number(number -> {
            number.field("year");
            if (from != null) {
                number.gte(from.doubleValue());
            }
            return to == null ? number : number.lte(to.doubleValue());
        })));
    }
}
