package io.paperpress.search.query;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.search.CompletionSuggestOption;
import co.elastic.clients.elasticsearch.core.search.FieldSuggester;
import co.elastic.clients.elasticsearch.core.search.SuggestFuzziness;
import co.elastic.clients.elasticsearch.core.search.Suggester;
import io.paperpress.search.elasticsearch.Elasticsearch;
import io.paperpress.search.elasticsearch.Indexes;
import io.paperpress.search.elasticsearch.PaperDocument;
import io.paperpress.search.elasticsearch.PaperView;
import io.paperpress.search.words.Word;
import io.paperpress.search.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Completes what is being typed: exact beginnings first, then those with a typo. */
@Component
public class PaperSuggest {

    private static final int MOST = 10;
    private static final int LONGEST = 80;

    /** Letters after which a typo may be told from a beginning. */
    private static final int SHORTEST_TYPO = 4;

    private static final String TYPO = "~";

    /** Where completions come from, and how many of the ten each may take at first. */
    private enum Kind {
        SHORT_NAME("shortName", 4),
        TITLE("title", 5),
        AUTHOR("author", 3),
        INSTITUTION("institution", 3);

        private final String field;
        private final int share;

        Kind(String field, int share) {
            this.field = field;
            this.share = share;
        }
    }

    private final Elasticsearch elasticsearch;

    PaperSuggest(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /** @throws io.paperpress.common.messaging.Unavailable when Elasticsearch is away */
    public List<Suggestion> suggest(String typed) {
        String beginning = beginning(typed);
        if (beginning.isEmpty()) {
            return List.of();
        }
        var options = ask(beginning);
        var suggestions = new LinkedHashMap<String, Suggestion>();
        for (String suffix : List.of("", TYPO)) {
            for (Kind kind : Kind.values()) {
                options.getOrDefault(kind.field + suffix, List.of()).stream()
                        .limit(kind.share)
                        .flatMap(option -> suggestion(kind, option).stream())
                        .forEach(suggestion -> suggestions.putIfAbsent(key(suggestion), suggestion));
            }
        }
        for (Kind kind : Kind.values()) { // what is left of the ten goes to whoever has more
            options.getOrDefault(kind.field, List.of()).stream()
                    .flatMap(option -> suggestion(kind, option).stream())
                    .forEach(suggestion -> suggestions.putIfAbsent(key(suggestion), suggestion));
        }
        return suggestions.values().stream().limit(MOST).toList();
    }

    private static String key(Suggestion suggestion) {
        return suggestion.kind() + ":" + suggestion.text().toLowerCase(Locale.ROOT);
    }

    /** Folded as the index is, the last word as far as it was typed: "caches" may become anything. */
    private static String beginning(String typed) {
        String cut = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        List<Word> words = Words.of(cut);
        if (words.isEmpty()) {
            return "";
        }
        String forms = words.stream().map(Word::form).collect(Collectors.joining(" "));
        boolean finished = cut.stripTrailing().length() < cut.length();
        return finished ? forms + " " : forms;
    }

    private Map<String, List<CompletionSuggestOption<PaperDocument.Stored>>> ask(String beginning) {
        var suggesters = new LinkedHashMap<String, FieldSuggester>();
        for (Kind kind : Kind.values()) {
            suggesters.put(kind.field, completion(kind, beginning, false));
            if (beginning.length() >= SHORTEST_TYPO) {
                suggesters.put(kind.field + TYPO, completion(kind, beginning, true));
            }
        }
        try {
            var response = elasticsearch.ask(client -> client.search(
                    request -> request.index(Indexes.PAPERS)
                            .size(0)
                            .source(source -> source.filter(filter -> filter.includes(
                                    "view.paperId",
                                    "view.revision",
                                    "view.title",
                                    "view.shortName",
                                    "view.authors",
                                    "view.institutions")))
                            .suggest(Suggester.of(suggest -> suggest.suggesters(suggesters))),
                    PaperDocument.Stored.class));
            var options = new LinkedHashMap<String, List<CompletionSuggestOption<PaperDocument.Stored>>>();
            response.suggest()
                    .forEach((name, found) ->
                            options.put(name, found.getFirst().completion().options()));
            return options;
        } catch (ElasticsearchException e) {
            if (e.status() == 400) {
                return Map.of(); // an index of an older schema, while its successor is being filled
            }
            throw e;
        }
    }

    private static FieldSuggester completion(Kind kind, String beginning, boolean forgiving) {
        return FieldSuggester.of(field -> field.prefix(beginning).completion(completion -> {
            completion.field("suggest." + kind.field).size(MOST).skipDuplicates(true);
            return forgiving ? completion.fuzzy(fuzziness()) : completion;
        }));
    }

    private static SuggestFuzziness fuzziness() {
        return SuggestFuzziness.of(fuzzy -> fuzzy.fuzziness("AUTO")
                .minLength(SHORTEST_TYPO)
                .prefixLength(Typos.RIGHT_LETTERS)
                .unicodeAware(true));
    }

    private static Optional<Suggestion> suggestion(Kind kind, CompletionSuggestOption<PaperDocument.Stored> option) {
        PaperView paper = Objects.requireNonNull(option.source()).view();
        return switch (kind) {
            case TITLE -> Optional.of(ofPaper(kind, paper.title(), paper));
            case SHORT_NAME -> Optional.ofNullable(paper.shortName()).map(name -> ofPaper(kind, name, paper));
            case AUTHOR ->
                named(paper.authors(), option.text()).map(name -> new Suggestion(name, kind.field, null, null));
            case INSTITUTION ->
                named(paper.institutions(), option.text()).map(name -> new Suggestion(name, kind.field, null, null));
        };
    }

    private static Suggestion ofPaper(Kind kind, String text, PaperView paper) {
        return new Suggestion(text, kind.field, paper.paperId(), Hit.page(paper.paperId()));
    }

    /** The name as it is written, of which the index knows the folded words, perhaps the last of them first. */
    private static Optional<String> named(List<String> names, String input) {
        Set<String> words = Set.of(input.split(" "));
        return names.stream()
                .filter(name -> Words.of(name).stream()
                        .map(Word::form)
                        .collect(Collectors.toSet())
                        .equals(words))
                .findFirst();
    }
}
