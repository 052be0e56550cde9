package io.paperpress.ingest.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The macros of a body, as its {@code @string} entries define them, and the months that every style knows. */
final class BibtexStrings {

    private static final Set<String> MONTHS =
            Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Characters of all macros together. */
    private static final int MOST = 1_000_000;

    private final Map<String, String> byName = new HashMap<>();
    private int length;

    /** A later definition replaces an earlier one. */
    void define(String name, String value, int line) {
        length += name.length() + value.length() + 64;
        if (length > MOST) {
            throw new UnreadableEntry(
                    line, "The @string entries of this body are longer than %,d characters together.".formatted(MOST));
        }
        byName.put(name.toLowerCase(Locale.ROOT), value);
    }

    @Nullable
    String expansion(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        String value = byName.get(folded);
        return value == null && MONTHS.contains(folded) ? folded : value;
    }
}
