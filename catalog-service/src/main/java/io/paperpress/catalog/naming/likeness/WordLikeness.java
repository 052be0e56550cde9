package io.paperpress.catalog.naming.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Venues and keywords that are written in several ways; a word of the vocabulary is the canonical one. */
public final class WordLikeness {

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d|'\\d\\d");

    private WordLikeness() {}

    /** Best first. */
    public static List<Likeness> among(Collection<NameUse> uses, Set<String> vocabulary) {
        var known = new HashMap<String, NameUse>();
        vocabulary.forEach(word -> known.put(squeezed(word), new NameUse(word, 0, List.of())));
        Map<String, List<NameUse>> grouped = new LinkedHashMap<>();
        uses.forEach(use -> {
            if (vocabulary.contains(use.name())) {
                known.put(squeezed(use.name()), use);
            }
            grouped.computeIfAbsent(squeezed(use.name()), _ -> new ArrayList<>())
                    .add(use);
        });
        var found = new Likenesses();
        grouped.forEach((form, alike) -> {
            var word = known.get(form);
            if (word == null) {
                found.addAll(alike, 0.9, "They differ only in case, blanks and hyphens.");
            } else {
                alike.stream()
                        .filter(use -> !use.name().equals(word.name()))
                        .forEach(use -> found.addAs(use, word, 0.79, "The vocabulary writes it so."));
            }
        });
        for (NameUse use : uses) {
            var word = known.get(singular(squeezed(YEAR.matcher(use.name()).replaceAll(" "))));
            if (word != null && !squeezed(use.name()).equals(squeezed(word.name()))) {
                found.addAs(
                        use,
                        Objects.requireNonNull(word),
                        0.75,
                        "The one is a word of the vocabulary with a year or a plural.");
            }
        }
        return found.best();
    }

    private static String squeezed(String name) {
        return NameWords.plain(name).replace(" ", "");
    }

    private static String singular(String form) {
        return form.length() > 4 && form.endsWith("s") && !form.endsWith("ss")
                ? form.substring(0, form.length() - 1)
                : form;
    }
}
