package io.paperpress.common.formats;

import java.util.List;

/** Names of a byline as one text. */
final class CitedNames {

    private CitedNames() {}

    /**
     * Joins names with commas and a word before the last.
     *
     * @param ofTwo what stands between two
     * @param last what stands before the last of more
     */
    static String joined(List<String> names, String ofTwo, String last) {
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> names.getFirst();
            case 2 -> names.getFirst() + ofTwo + names.getLast();
            default -> String.join(", ", names.subList(0, names.size() - 1)) + last + names.getLast();
        };
    }
}
