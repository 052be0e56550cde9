package io.paperpress.catalog.naming;

import io.paperpress.catalog.store.Words.Keyword;
import io.paperpress.catalog.store.Words.Venue;
import io.paperpress.common.identity.NameFold;
import io.paperpress.common.web.ProblemException.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a vocabulary holds together: finds all that is wrong with it. */
final class VocabularyChecks {

    static final Set<String> VENUE_KINDS =
            Set.of("conference", "workshop", "journal", "repository", "website", "other");

    private static final int LONGEST = 200;
    private static final int LEAST_PHRASE = 4;
    private static final int MOST = 5_000;
    private static final Pattern COLOUR = Pattern.compile("[0-9A-F]{6}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final List<Fault> faults = new ArrayList<>();

    private VocabularyChecks() {}

    static void keywords(List<Keyword> words) {
        var checks = new VocabularyChecks();
        checks.count(words);
        checks.names(words, "id", Keyword::id);
        checks.names(words, "label", Keyword::label);
        checks.once(words, "order", keyword -> Integer.toString(keyword.order()));
        checks.each(words, (word, pointer) -> {
            if (word.order() < 1 || word.order() > 9_999) {
                checks.fault(pointer + "/order", "order is a number from 1 to 9,999.");
            }
        });
        checks.parents(words);
        checks.end();
    }

    static void venues(List<Venue> words) {
        var checks = new VocabularyChecks();
        checks.count(words);
        checks.names(words, "name", Venue::name);
        var phrases = new HashMap<String, String>();
        checks.each(words, (word, pointer) -> {
            if (word.colour() != null && !COLOUR.matcher(word.colour()).matches()) {
                checks.fault(pointer + "/colour", "colour is six hexadecimal digits.");
            }
            if (!VENUE_KINDS.contains(word.kind())) {
                checks.fault(pointer + "/kind", "kind is one of " + String.join(", ", sorted(VENUE_KINDS)) + ".");
            }
            for (String phrase : word.phrases()) {
                String other = phrases.put(phrase, word.name());
                if (phrase.length() < LEAST_PHRASE || phrase.length() > LONGEST) {
                    checks.fault(
                            pointer + "/phrases", "A phrase has %d to %d characters.".formatted(LEAST_PHRASE, LONGEST));
                } else if (other != null) {
                    checks.fault(pointer + "/phrases", "“%s” is a phrase of %s already.".formatted(phrase, other));
                }
            }
        });
        checks.end();
    }

    private interface Check<T> {
        void of(T word, String pointer);
    }

    private <T> void each(List<T> words, Check<T> check) {
        for (int i = 0; i < words.size(); i++) {
            check.of(words.get(i), "/words/" + i);
        }
    }

    private void count(List<?> words) {
        if (words.size() > MOST) {
            fault("/words", "A vocabulary has at most %,d words.".formatted(MOST));
        }
    }

    private <T> void names(List<T> words, String field, Function<T, String> name) {
        each(words, (word, pointer) -> {
            String text = name.apply(word);
            if (NameFold.of(text).isEmpty()
                    || text.length() > LONGEST
                    || CONTROL.matcher(text).find()) {
                fault(pointer + "/" + field, "%s is text of 1 to %d characters.".formatted(field, LONGEST));
            }
        });
        once(words, field, word -> NameFold.of(name.apply(word)));
    }

    private <T> void once(List<T> words, String field, Function<T, String> value) {
        var seen = new HashSet<String>();
        each(words, (word, pointer) -> {
            if (!seen.add(value.apply(word))) {
                fault(pointer + "/" + field, "Another word has this %s.".formatted(field));
            }
        });
    }

    private void parents(List<Keyword> words) {
        Map<String, @Nullable String> parents = new HashMap<>();
        words.forEach(word -> parents.put(word.id(), word.parent()));
        each(words, (word, pointer) -> {
            String parent = word.parent();
            if (parent != null && !parents.containsKey(parent)) {
                fault(pointer + "/parent", "The vocabulary has no “%s”.".formatted(parent));
            } else if (isInCircle(word.id(), parents)) {
                fault(pointer + "/parent", "“%s” would be a kind of itself.".formatted(word.id()));
            }
        });
    }

    private static boolean isInCircle(String id, Map<String, @Nullable String> parents) {
        var seen = new HashSet<String>();
        for (String at = parents.get(id); at != null && seen.add(at); at = parents.get(at)) {
            if (at.equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }

    private void fault(String pointer, String message) {
        faults.add(new Fault(pointer, null, Objects.requireNonNull(message)));
    }

    private void end() {
        if (!faults.isEmpty()) {
            throw Refusal.vocabulary(faults.stream().limit(100).toList());
        }
    }
}
