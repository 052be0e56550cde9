package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.paperpress.search.query.QueryWords.Chunk;
import io.paperpress.search.words.Stems;
import io.paperpress.search.words.Synonyms;
import io.paperpress.search.words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds papers that hold all words of a run.
 *
 * <p>Every word may stand in any field of the scope; what its best field is worth counts: as typed before another form
 * of it, before a synonym, before a likely other word. Two neighbours may be written as one, and one word as its parts:
 * "flash attention", "flash-attention" and "FlashAttention" find the same papers.
 */
final class WordsQuery {

    private static final float TYPO = 0.3f;
    private static final float SYNONYM = 0.6f;
    private static final float BEGINNING = 2f;
    private static final float IDENTIFIER = 1000f;

    /** Likely words per typed word and field. */
    private static final int LIKELY_WORDS = 20;

    /** Words of which typos are forgiven; each may stand for many, and the engine bounds how many there are in all. */
    private static final int MOST_FORGIVEN = 10;

    /** Shorter beginnings are those of too many words. */
    private static final int SHORTEST_BEGINNING = 3;

    /** How many of the words must be there when not all can: of more than two, three fifths. */
    private static final String MOST = "2<-40%";

    /** Fields that hold neighbours written as one. */
    private static final List<String> JOINED = List.of(Scope.TITLE, Scope.SHORT_NAME, Scope.VARIANTS, Scope.TEXT);

    /** Fields in which rows of words are looked for. */
    private static final List<String> PHRASED = List.of(
            Scope.TITLE, Scope.AUTHORS, Scope.INSTITUTIONS, Scope.VENUE, Scope.KEYWORDS, Scope.ABSTRACT, Scope.TEXT);

    private final QueryWords typed;
    private final List<Word> words;
    private final Scope scope;
    private final Leniency leniency;
    private final Synonyms synonyms;

    private WordsQuery(QueryWords typed, Scope scope, Leniency leniency, Synonyms synonyms) {
        this.typed = typed;
        this.words = typed.words();
        this.scope = scope;
        this.leniency = leniency;
        this.synonyms = synonyms;
    }

    /** @param typed not empty */
    static Query of(QueryWords typed, Scope scope, Leniency leniency, Synonyms synonyms) {
        return new WordsQuery(typed, scope, leniency, synonyms).build();
    }

    private Query build() {
        var units = new ArrayList<Query>();
        List<String> forms = typed.forms();
        int next = 0;
        for (Chunk chunk : typed.chunks()) {
            if (chunk.first() < next) {
                continue; // a synonym reached into it
            }
            var across = synonyms.at(forms, chunk.first(), forms.size());
            if (across.isPresent() && chunk.first() + across.get().length() >= chunk.end()) {
                next = chunk.first() + across.get().length();
                units.add(synonym(chunk.first(), across.get()));
            } else {
                next = chunk.end();
                chunk(chunk, forms).ifPresent(units::add);
            }
        }
        return leniency == Leniency.LOOSE && units.size() > 1
                ? Query.of(query -> query.bool(bool -> bool.should(units).minimumShouldMatch(MOST)))
                : Queries.all(units);
    }

    private Optional<Query> chunk(Chunk chunk, List<String> forms) {
        var all = new ArrayList<Query>();
        int i = chunk.first();
        while (i < chunk.end()) {
            var match = synonyms.at(forms, i, chunk.end());
            if (match.isPresent()) {
                all.add(synonym(i, match.get()));
                i += match.get().length();
            } else {
                if (!typed.isOptional(words.get(i))) {
                    all.add(word(i));
                }
                i++;
            }
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var alternatives = new ArrayList<>(List.of(Queries.all(all)));
        if (scope.equals(Scope.ANYWHERE)) {
            chunk.identifiers()
                    .forEach(identifier -> alternatives.add(Queries.exactly("identifier", identifier, IDENTIFIER)));
        }
        return Optional.of(Queries.best(alternatives));
    }

    /** The words themselves, or what means the same. */
    private Query synonym(int first, Synonyms.Match match) {
        var themselves = new ArrayList<Query>();
        for (int i = first; i < first + match.length(); i++) {
            if (match.length() == 1 || !typed.isOptional(words.get(i))) {
                themselves.add(word(i));
            }
        }
        var alternatives = new ArrayList<>(List.of(Queries.all(themselves)));
        for (List<String> other : match.others()) {
            if (other.size() == 1) {
                scope.worth()
                        .forEach((field, boost) ->
                                alternatives.add(Queries.term(field, other.getFirst(), boost * SYNONYM)));
            } else {
                PHRASED.stream()
                        .filter(scope.worth()::containsKey)
                        .forEach(field -> alternatives.add(
                                Queries.phrase(field, String.join(" ", other), 1, scope.worth(field) * SYNONYM)));
            }
        }
        return Queries.best(alternatives);
    }

    private Query word(int i) {
        Word word = words.get(i);
        var alternatives = new ArrayList<Query>();
        scope.worth().forEach((field, boost) -> alternatives.add(Queries.term(field, word.form(), boost)));
        scope.stems().forEach((field, boost) -> alternatives.add(Queries.term(field, Stems.of(word.form()), boost)));
        for (String pair : pairs(words, i)) {
            JOINED.stream()
                    .filter(scope.worth()::containsKey)
                    .forEach(field -> alternatives.add(Queries.term(field, pair, scope.worth(field))));
        }
        if (word.parts().size() > 1) {
            String parts = String.join(" ", word.parts());
            PHRASED.stream()
                    .filter(scope.worth()::containsKey)
                    .forEach(field -> alternatives.add(Queries.phrase(field, parts, 1, scope.worth(field))));
        }
        if (leniency.forgives() && i < MOST_FORGIVEN) {
            forgive(word.form(), alternatives);
        }
        return Queries.best(alternatives);
    }

    private void forgive(String form, List<Query> alternatives) {
        if (Typos.forgiven(form) > 0) {
            scope.forgiving().forEach(field -> alternatives.add(fuzzy(field, form)));
        }
        if (form.length() >= SHORTEST_BEGINNING) {
            scope.forgiving().forEach(field -> alternatives.add(Queries.prefix(field, form, BEGINNING)));
        }
    }

    /** The word at {@code i} written as one with either neighbour. */
    static List<String> pairs(List<Word> words, int i) {
        var pairs = new ArrayList<String>();
        if (i > 0) {
            pairs.add(words.get(i - 1).form() + words.get(i).form());
        }
        if (i + 1 < words.size()) {
            pairs.add(words.get(i).form() + words.get(i + 1).form());
        }
        return pairs;
    }

    private Query fuzzy(String field, String form) {
        return Query.of(query -> query.fuzzy(fuzzy -> fuzzy.field(field)
                .value(form)
                .fuzziness(String.valueOf(Typos.forgiven(form)))
                .prefixLength(Typos.RIGHT_LETTERS)
                .maxExpansions(LIKELY_WORDS)
                .boost(scope.worth(field) * TYPO)));
    }
}
