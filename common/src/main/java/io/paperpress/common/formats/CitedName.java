package io.paperpress.common.formats;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One name of a byline as references turn it.
 *
 * @param whole as printed
 * @param parts {@code null} for an organisation, which is never turned
 */
record CitedName(String whole, @Nullable NameParts parts) {

    /** What the names of organisations end in; a person of that family name is rarer than such an author. */
    private static final Set<String> ORGANISATIONS = Set.of(
            "AI",
            "Association",
            "Collaboration",
            "Committee",
            "Community",
            "Company",
            "Consortium",
            "Corporation",
            "Foundation",
            "Group",
            "Inc.",
            "Institute",
            "Lab",
            "Laboratory",
            "Labs",
            "Ltd.",
            "Network",
            "Organization",
            "Project",
            "Research",
            "Team",
            "University");

    static CitedName of(String name) {
        String whole = name.strip();
        NameParts parts = NameParts.of(whole);
        String last = whole.substring(whole.lastIndexOf(' ') + 1);
        boolean isOrganisation = parts.given() == null || whole.matches(".*[,\\d].*") || ORGANISATIONS.contains(last);
        return new CitedName(whole, isOrganisation ? null : parts);
    }

    /** "Donald E. Knuth Jr." */
    String straight() {
        return whole;
    }

    /** "Knuth, Donald E., Jr." */
    String turned() {
        return parts == null ? whole : parts.turned();
    }

    /** "D. E. Knuth Jr." */
    String initialsFirst() {
        if (parts == null) {
            return whole;
        }
        return initials(parts) + " " + parts.family() + (parts.suffix() == null ? "" : " " + parts.suffix());
    }

    /** "Knuth, D. E., Jr." */
    String initialsLast() {
        return parts == null ? whole : new NameParts(initials(parts), parts.family(), parts.suffix()).turned();
    }

    private static String initials(NameParts parts) {
        return Arrays.stream(String.valueOf(parts.given()).split(" "))
                .map(word -> Arrays.stream(word.split("-"))
                        .filter(part -> !part.isEmpty())
                        .map(CitedName::initial)
                        .collect(Collectors.joining("-")))
                .collect(Collectors.joining(" "));
    }

    /** A script without capitals has no initials. */
    private static String initial(String word) {
        int first = word.codePointAt(0);
        boolean hasCase = Character.isUpperCase(first) || Character.isLowerCase(first);
        return hasCase ? Character.toString(Character.toUpperCase(first)) + "." : word;
    }
}
