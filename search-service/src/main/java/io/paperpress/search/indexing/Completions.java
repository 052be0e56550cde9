package io.paperpress.search.indexing;

import io.paperpress.search.elasticsearch.PaperDocument;
import io.paperpress.search.elasticsearch.PaperDocument.Completion;
import io.paperpress.search.elasticsearch.PaperView;
import io.paperpress.search.words.Word;
import io.paperpress.search.words.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a paper adds to the completions: its names from their beginning, its title from each of its first words too. */
final class Completions {

    /** Words of a title at which one may begin to type. */
    private static final int BEGINNINGS = 6;

    private static final int SHORTEST_WORD = 3;
    private static final int YEAR_ZERO = 1950;

    private Completions() {}

    static PaperDocument.Completions of(PaperView paper) {
        int weight = paper.year() == null ? 0 : Math.clamp(paper.year() - YEAR_ZERO, 0, 200);
        return new PaperDocument.Completions(
                title(paper.title(), weight),
                whole(paper.shortName(), weight),
                paper.authors().stream().flatMap(name -> person(name)).toList(),
                paper.institutions().stream()
                        .flatMap(name -> whole(name, 1).stream())
                        .toList());
    }

    private static List<Completion> title(String title, int weight) {
        List<String> forms = Words.of(title).stream().map(Word::form).toList();
        Set<String> later = new LinkedHashSet<>();
        for (int i = 1; i < Math.min(BEGINNINGS, forms.size()); i++) {
            if (forms.get(i).length() >= SHORTEST_WORD) {
                later.add(String.join(" ", forms.subList(i, forms.size())));
            }
        }
        return Stream.of(new Completion(Set.of(String.join(" ", forms)), weight + 1000), new Completion(later, weight))
                .filter(completion -> completion.input().stream().anyMatch(input -> !input.isEmpty()))
                .toList();
    }

    private static List<Completion> whole(@Nullable String name, int weight) {
        String forms = name == null ? "" : Words.forms(name);
        return forms.isEmpty() ? List.of() : List.of(new Completion(Set.of(forms), weight));
    }

    /** By the given name or by the family name. */
    private static Stream<Completion> person(String name) {
        List<String> forms = Words.of(name).stream().map(Word::form).toList();
        if (forms.isEmpty()) {
            return Stream.empty();
        }
        Set<String> inputs = new LinkedHashSet<>();
        inputs.add(String.join(" ", forms));
        inputs.add(Stream.concat(Stream.of(forms.getLast()), forms.subList(0, forms.size() - 1).stream())
                .collect(Collectors.joining(" ")));
        return Stream.of(new Completion(inputs, 1));
    }
}
