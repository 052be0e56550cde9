package io.paperpress.catalog.paper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of people, in the orders and joins that lists of papers write them in. */
public final class Names {

    private static final Pattern AND = Pattern.compile("(?i)\\s*;\\s*|,?\\s+(?:and|&)\\s+");
    private static final Pattern OTHERS = Pattern.compile("(?i)(?:et\\s+al\\.?|others|\\.\\.\\.|…)");
    private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr|ii|iii|iv)\\.?");

    private Names() {}

    /** The people of one author string, in natural order: "Lai, Xunhao and Jianqiao Lu" are two. */
    static List<String> people(String joined) {
        return Arrays.stream(AND.split(joined))
                .flatMap(part -> commaSeparated(part).stream())
                .filter(name -> !OTHERS.matcher(name).matches())
                .toList();
    }

    /** A comma separates people, or a family name from the given name after it. */
    private static List<String> commaSeparated(String text) {
        var parts = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        var people = new ArrayList<String>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            String next = i + 1 < parts.size() ? parts.get(i + 1) : "";
            if (!people.isEmpty() && SUFFIX.matcher(part).matches()) {
                people.set(people.size() - 1, people.getLast() + " " + part);
            } else if (isInverted(part, next, parts.size())) {
                people.add(next + " " + part);
                i++;
            } else {
                people.add(part);
            }
        }
        return people;
    }

    /** "Lai, Xunhao" and "van der Berg, Jan": one of the two sides is a single word. */
    private static boolean isInverted(String part, String next, int parts) {
        if (next.isEmpty()
                || SUFFIX.matcher(next).matches()
                || OTHERS.matcher(next).matches()) {
            return false;
        }
        return isWord(part) || (parts == 2 && isWord(next));
    }

    private static boolean isWord(String text) {
        return text.indexOf(' ') < 0;
    }

    /** Whether two names cannot be one person's: neither holds the other's family name. */
    public static boolean differ(String one, String other) {
        return !words(one).contains(family(other)) && !words(other).contains(family(one));
    }

    private static String family(String name) {
        var words = folded(name).split(" ");
        int last = words.length - 1;
        return last > 0 && SUFFIX.matcher(words[last]).matches() ? words[last - 1] : words[last];
    }

    private static Set<String> words(String name) {
        return Arrays.stream(folded(name).split(" ")).collect(Collectors.toSet());
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ß", "ss");
    }
}
