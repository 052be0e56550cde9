package io.paperpress.ingest.format;

import java.util.Arrays;
import java.util.List;

/** Author strings that hold more than one name. */
final class Bylines {

    private Bylines() {}

    /** The names of a string taken apart at its commas, where all have two words or more: "Dao, Tri" is one name. */
    static List<String> names(String byline) {
        String text = byline.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        var names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        return names.size() > 1 && names.stream().allMatch(Bylines::hasTwoWords) ? names : List.of(text);
    }

    private static boolean hasTwoWords(String name) {
        return name.chars().anyMatch(Character::isWhitespace);
    }
}
