package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.paperpress.search.query.QueryWords.Chunk;
import io.paperpress.search.words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds papers that hold all words, the likeliest meant first.
 *
 * <p>Every word may stand in any field; what its best field is worth counts. Two neighbours may be written as one, and
 * one word as its parts: "flash attention", "flash-attention" and "FlashAttention" find the same papers.
 */
final class WordsQuery {

    private static final String TITLE = "words.title";
    private static final String SHORT_NAME = "words.shortName";
    private static final String VARIANTS = "words.variants";

    /** What a word is worth where it stands. */
    private static final Map<String, Float> FIELDS = Map.of(
            SHORT_NAME,
            12f,
            TITLE,
            10f,
            VARIANTS,
            6f,
            "words.authors",
            5f,
            "words.institutions",
            3f,
            "words.venue",
            3f,
            "words.keywords",
            3f,
            "words.text",
            1f);

    /** Fields that nobody spells wrong on purpose, short enough to look for likely words. */
    private static final List<String> FORGIVING = FIELDS.keySet().stream()
            .filter(field -> !field.equals("words.text"))
            .toList();

    private static final float TYPO = 0.3f;
    private static final float IDENTIFIER = 1000f;
    private static final float WHOLE_NAME = 80f;
    private static final float PHRASE = 10f;

    /** A little of what the other fields say. */
    private static final double TIE = 0.1;

    /** Likely words per typed word and field. */
    private static final int LIKELY_WORDS = 20;

    private final QueryWords typed;
    private final List<Word> words;
    private final boolean forgiving;

    private WordsQuery(QueryWords typed, boolean forgiving) {
        this.typed = typed;
        this.words = typed.words();
        this.forgiving = forgiving;
    }

    /** @param forgiving whether a word may be a likely other one */
    static Query of(QueryWords typed, boolean forgiving) {
        return new WordsQuery(typed, forgiving).build();
    }

    private Query build() {
        var all = new ArrayList<Query>();
        int i = 0;
        for (Chunk chunk : typed.chunks()) {
            int first = i;
            i += chunk.words().size();
            chunk(chunk, first, all);
        }
        return Query.of(query -> query.bool(bool -> bool.must(all).should(likelier())));
    }

    private void chunk(Chunk chunk, int first, List<Query> all) {
        var chunkWords = new ArrayList<Query>();
        for (int i = first; i < first + chunk.words().size(); i++) {
            if (!typed.isOptional(words.get(i))) {
                chunkWords.add(word(i));
            }
        }
        if (!chunkWords.isEmpty()) {
            var asWords = Query.of(query -> query.bool(bool -> bool.must(chunkWords)));
            var alternatives = new ArrayList<>(List.of(asWords));
            chunk.identifiers().forEach(identifier -> alternatives.add(exactly("identifier", identifier, IDENTIFIER)));
            all.add(best(alternatives, 0));
        }
    }

    /** What lifts a paper that is found anyway. */
    private List<Query> likelier() {
        var should = new ArrayList<Query>();
        should.add(exactly("name", typed.phrase().replace(" ", ""), WHOLE_NAME));
        if (words.size() > 1) {
            should.add(phrase(TITLE, typed.phrase(), PHRASE));
            should.add(phrase(SHORT_NAME, typed.phrase(), PHRASE));
        }
        return should;
    }

    private Query word(int i) {
        Word word = words.get(i);
        var alternatives = new ArrayList<Query>();
        FIELDS.forEach((field, boost) -> alternatives.add(term(field, word.form(), boost)));
        for (String pair : pairs(words, i)) {
            for (String field : List.of(TITLE, SHORT_NAME, VARIANTS, "words.text")) {
                alternatives.add(term(field, pair, FIELDS.getOrDefault(field, 1f)));
            }
        }
        if (word.parts().size() > 1) {
            String parts = String.join(" ", word.parts());
            alternatives.add(phrase(TITLE, parts, FIELDS.getOrDefault(TITLE, 1f)));
            alternatives.add(phrase("words.text", parts, 1f));
        }
        if (forgiving && Typos.forgiven(word.form()) > 0) {
            FORGIVING.forEach(field -> alternatives.add(fuzzy(field, word.form())));
        }
        return best(alternatives, TIE);
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

    private static Query best(List<Query> alternatives, double tie) {
        return Query.of(query -> query.disMax(best -> best.queries(alternatives).tieBreaker(tie)));
    }

    private static Query term(String field, String form, float boost) {
        return Query.of(
                query -> query.term(term -> term.field(field).value(form).boost(boost)));
    }

    private static Query exactly(String field, String value, float boost) {
        return Query.of(query -> query.constantScore(
                constant -> constant.filter(term(field, value, 1)).boost(boost)));
    }

    private static Query phrase(String field, String forms, float boost) {
        return Query.of(query -> query.matchPhrase(
                phrase -> phrase.field(field).query(forms).slop(1).boost(boost)));
    }

    private static Query fuzzy(String field, String form) {
        return Query.of(query -> query.fuzzy(fuzzy -> fuzzy.field(field)
                .value(form)
                .fuzziness(String.valueOf(Typos.forgiven(form)))
                .prefixLength(Typos.RIGHT_LETTERS)
                .maxExpansions(LIKELY_WORDS)
                .boost(FIELDS.getOrDefault(field, 1f) * TYPO)));
    }
}
