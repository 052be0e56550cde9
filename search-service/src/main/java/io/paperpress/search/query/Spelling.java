package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.SuggestMode;
import co.elastic.clients.elasticsearch.core.search.SuggestSort;
import co.elastic.clients.elasticsearch.core.search.TermSuggestOption;
import io.paperpress.search.elasticsearch.Elasticsearch;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.words.Word;
import io.paperpress.search.words.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** "Did you mean": a query with its unknown words replaced by likely ones that the catalogue knows. */
@Component
class Spelling {

    private static final List<String> VOCABULARY =
            List.of(Scope.TITLE, Scope.SHORT_NAME, Scope.VARIANTS, Scope.AUTHORS, Scope.INSTITUTIONS);

    private final Elasticsearch elasticsearch;

    Spelling(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** @return empty where no word is unknown, or nothing is like the unknown ones */
    Optional<String> corrected(String q, List<QueryWords> wanted) {
        String forms = String.join(
                " ",
                wanted.stream()
                        .flatMap(typed -> typed.words().stream())
                        .map(Word::form)
                        .distinct()
                        .toList());
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> likely = likely(forms);
        var corrected = new StringBuilder(q);
        boolean changed = false;
        for (Word word : Words.of(q).reversed()) {
            String replacement = likely.get(word.form());
            if (replacement != null) {
                corrected.replace(word.start(), word.end(), replacement);
                changed = true;
            }
        }
        return changed ? Optional.of(corrected.toString()) : Optional.empty();
    }

    /** For each form that no field holds, the likeliest that one does. */
    private Map<String, String> likely(String forms) {
        var response = elasticsearch.ask(client -> client.search(
                request -> request.index(Indexes.PAPERS).size(0).suggest(suggest -> {
                    suggest.text(forms);
                    VOCABULARY.forEach(field -> suggest.suggesters(
                            field,
                            by -> by.term(term -> term.field(field)
                                    .suggestMode(SuggestMode.Missing)
                                    .sort(SuggestSort.Score)
                                    .analyzer("whitespace")
                                    .size(1)
                                    .prefixLength(Typos.RIGHT_LETTERS)
                                    .minWordLength(4))));
                    return suggest;
                }),
                Void.class));
        var best = new HashMap<String, TermSuggestOption>();
        response.suggest().values().stream()
                .flatMap(List::stream)
                .forEach(entry -> entry.term()
                        .options()
                        .forEach(option -> best.merge(entry.term().text(), option, Spelling::likelier)));
        var likely = new HashMap<String, String>();
        best.forEach((form, option) -> {
            if (!isKnown(form)) {
                likely.put(form, option.text());
            }
        });
        return likely;
    }

    private static TermSuggestOption likelier(TermSuggestOption a, TermSuggestOption b) {
        return Comparator.comparingDouble(TermSuggestOption::score)
                                .thenComparingLong(TermSuggestOption::freq)
                                .compare(a, b)
                        >= 0
                ? a
                : b;
    }

    /** What one field lacks, another may hold. */
    private boolean isKnown(String form) {
        var anywhere = Scope.ANYWHERE.worth().keySet().stream()
                .map(field -> Queries.term(field, form, 1))
                .toList();
        return elasticsearch
                        .ask(client -> client.count(
                                request -> request.index(Indexes.PAPERS).query(Queries.best(anywhere))))
                        .count()
                > 0;
    }
}
