package io.paperpress.ingest.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of people as a byline prints them. */
final class TurnedName {

    private static final Pattern SUFFIX =
            Pattern.compile("(?i)(?:jr|sr|junior|senior|i{1,3}|iv|vi{0,3}|2nd|3rd|4th|ph\\.?\\s?d|m\\.?d|esq)\\.?");

    private static final Pattern OTHERS = Pattern.compile("(?i)(?:et\\.?\\s+al\\.?|others|and others|\\.\\.\\.|…)");

    private TurnedName() {}

    /** What is blank leaves no gap. */
    static String of(String... parts) {
        return Stream.of(parts)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /**
     * Reads a name that a comma turns round.
     *
     * @param parts {@code Last, First}, {@code Last, Jr, First} or {@code Last, First, Jr}; any other number of parts, or
     *     three that look like three people, stay as they are for the catalogue to take apart
     */
    static String turned(List<String> parts) {
        if (parts.size() == 2) {
            return SUFFIX.matcher(parts.get(1)).matches()
                    ? of(parts.get(0), parts.get(1))
                    : of(parts.get(1), parts.get(0));
        }
        if (parts.size() != 3) {
            return String.join(", ", parts);
        }
        if (SUFFIX.matcher(parts.get(2)).matches()) {
            return of(parts.get(1), parts.get(0), parts.get(2));
        }
        boolean areThree = parts.stream().allMatch(part -> part.indexOf(' ') > 0);
        return areThree ? String.join(", ", parts) : of(parts.get(2), parts.get(0), parts.get(1));
    }

    /** Whether it stands for the authors that are not named. */
    static boolean isOthers(String name) {
        return name.length() < 20 && OTHERS.matcher(name).matches();
    }
}
