package io.paperpress.catalog.naming;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.catalog.store.Words.Keyword;
import io.paperpress.catalog.store.Words.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words as they are sent, and as they stand in the files that a catalogue begins with. */
final class WordsRead {

    private WordsRead() {}

    /** @param order its place in the array where it is left out */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeywordWord(
            @Nullable String id,
            @Nullable String label,
            @Nullable Integer order,
            @Nullable String parent) {

        static KeywordWord of(Keyword word) {
            return new KeywordWord(word.id(), word.label(), word.order(), word.parent());
        }

        Keyword as(String name, int place) {
            return new Keyword(
                    name,
                    tidy(Objects.requireNonNullElse(label, name.replace('_', ' '))),
                    order == null ? place : order,
                    blankToNull(parent));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VenueWord(
            @Nullable String name,
            @Nullable String colour,
            @Nullable String kind,
            @Nullable List<@Nullable String> phrases) {

        static VenueWord of(Venue word) {
            return new VenueWord(
                    word.name(),
                    word.colour(),
                    word.kind(),
                    word.phrases().isEmpty() ? null : List.copyOf(word.phrases()));
        }

        Venue as(String named) {
            var parts = new ArrayList<String>();
            if (phrases != null) {
                phrases.stream()
                        .filter(Objects::nonNull)
                        .map(phrase -> tidy(Objects.requireNonNull(phrase)).toLowerCase(Locale.ROOT))
                        .distinct()
                        .sorted()
                        .forEach(parts::add);
            }
            String hex = blankToNull(colour);
            return new Venue(
                    named,
                    hex == null ? null : hex.replaceFirst("^#", "").toUpperCase(Locale.ROOT),
                    Objects.requireNonNullElse(blankToNull(kind), "conference"),
                    parts);
        }
    }

    record KeywordWords(@Nullable List<KeywordWord> words) {

        List<Keyword> all() {
            var all = new ArrayList<Keyword>();
            for (KeywordWord word : WordsRead.given(words)) {
                all.add(word.as(tidy(Objects.requireNonNullElse(word.id(), "")), all.size() + 1));
            }
            return all;
        }
    }

    record VenueWords(@Nullable List<VenueWord> words) {

        List<Venue> all() {
            return WordsRead.given(words).stream()
                    .map(word -> word.as(tidy(Objects.requireNonNullElse(word.name(), ""))))
                    .toList();
        }
    }

    private static <T> List<T> given(@Nullable List<T> words) {
        if (words == null) {
            throw AliasController.bad("A vocabulary is {\"words\": [ … ]}.");
        }
        return words;
    }

    static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : tidy(text);
    }
}
