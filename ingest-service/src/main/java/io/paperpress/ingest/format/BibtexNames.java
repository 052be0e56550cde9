package io.paperpress.ingest.format;

import io.paperpress.common.text.LatexText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * BibTeX's lists of names: {@code and} between them, each {@code First von Last}, {@code von Last, First} or {@code von
 * Last, Jr, First}. What stands in braces is one word, so that a name in braces is an organisation's.
 */
final class BibtexNames {

    private BibtexNames() {}

    /** @return as a byline prints them, without those that {@code others} stands for */
    static List<String> read(String value) {
        var names = new ArrayList<String>();
        for (String name : split(" " + value + " ")) {
            String stripped = name.strip();
            if (!stripped.isEmpty() && !TurnedName.isOthers(stripped)) {
                names.add(isGroup(stripped) ? text(stripped) : person(parts(stripped, ',')));
            }
        }
        return names;
    }

    private static List<String> split(String value) {
        var names = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
            if (depth == 0 && Character.isWhitespace(c) && isAnd(value, i + 1)) {
                names.add(value.substring(start, i));
                i += 3;
                start = i + 1;
            }
        }
        names.add(value.substring(Math.min(start, value.length())));
        return names;
    }

    private static boolean isAnd(String value, int at) {
        return at + 3 < value.length()
                && value.regionMatches(true, at, "and", 0, 3)
                && Character.isWhitespace(value.charAt(at + 3));
    }

    private static List<String> parts(String name, char separator) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            depth += c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
            if (c == separator && depth == 0) {
                parts.add(name.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(name.substring(start).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static String person(List<String> parts) {
        return parts.stream().allMatch(part -> part.indexOf('=') > 0)
                ? keyed(parts)
                : TurnedName.turned(parts.stream().map(BibtexNames::text).toList());
    }

    /** biblatex's {@code family=Knuth, given=Donald E.} */
    private static String keyed(List<String> parts) {
        Map<String, String> named = new TreeMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            named.put(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), text(part.substring(equals + 1)));
        }
        return TurnedName.of(
                named.getOrDefault("given", ""),
                named.getOrDefault("prefix", ""),
                named.getOrDefault("family", ""),
                named.getOrDefault("suffix", ""));
    }

    private static boolean isGroup(String name) {
        int depth = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth <= 0) {
                return depth == 0 && i > 0 && i == name.length() - 1;
            }
        }
        return false;
    }

    private static String text(String latex) {
        return LatexText.read(latex).strip();
    }
}
