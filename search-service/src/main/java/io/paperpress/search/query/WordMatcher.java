package io.paperpress.search.query;

import io.paperpress.search.words.Stems;
import io.paperpress.search.words.Synonyms;
import io.paperpress.search.words.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides which words of a text the typed words found: the rules of {@link WordsQuery}, on a single text. */
final class WordMatcher {

    /** Words of a text that may have been typed as one. */
    private static final int LONGEST_JOIN = 3;

    private final Set<String> forms = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final Set<String> pairs = new HashSet<>();
    private final List<List<String>> compounds = new ArrayList<>();
    private final List<String> forgiven = new ArrayList<>();

    /** @param wanted everything that a paper was to hold */
    WordMatcher(List<QueryWords> wanted, boolean forgiving, Synonyms synonyms) {
        wanted.forEach(typed -> add(typed, forgiving, synonyms));
    }

    private void add(QueryWords typed, boolean forgiving, Synonyms synonyms) {
        List<Word> words = typed.words();
        List<String> typedForms = typed.forms();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            synonyms.at(typedForms, i, typedForms.size())
                    .ifPresent(match -> match.others().forEach(this::add));
            if (typed.isOptional(word)) {
                continue;
            }
            forms.add(word.form());
            stems.add(Stems.of(word.form()));
            pairs.addAll(WordsQuery.pairs(words, i));
            if (word.parts().size() > 1) {
                compounds.add(word.parts());
            }
            if (forgiving && Typos.forgiven(word.form()) > 0) {
                forgiven.add(word.form());
            }
        }
    }

    private void add(List<String> synonym) {
        if (synonym.size() == 1) {
            forms.add(synonym.getFirst());
        } else {
            compounds.add(synonym);
        }
    }

    /** Those of the words that were found, in order. */
    List<Word> matches(List<Word> words) {
        var found = new BitSet();
        for (int i = 0; i < words.size(); i++) {
            if (isFound(words.get(i))) {
                found.set(i);
            }
            markJoin(words, i, found);
            markCompound(words, i, found);
        }
        return found.stream().mapToObj(words::get).toList();
    }

    private boolean isFound(Word word) {
        return isFound(word.form())
                || stems.contains(Stems.of(word.form()))
                || pairs.contains(word.form())
                || word.parts().stream().anyMatch(this::isFound);
    }

    private boolean isFound(String form) {
        return forms.contains(form) || forgiven.stream().anyMatch(typed -> Typos.forgives(typed, form));
    }

    private void markJoin(List<Word> words, int i, BitSet found) {
        var join = new StringBuilder(words.get(i).form());
        for (int j = i + 1; j < Math.min(words.size(), i + LONGEST_JOIN); j++) {
            join.append(words.get(j).form());
            if (isFound(join.toString())) {
                found.set(i, j + 1);
            }
        }
    }

    private void markCompound(List<Word> words, int i, BitSet found) {
        for (List<String> parts : compounds) {
            int end = i + parts.size();
            if (end <= words.size()
                    && words.subList(i, end).stream().map(Word::form).toList().equals(parts)) {
                found.set(i, end);
            }
        }
    }
}
