package io.paperpress.catalog.naming.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Institutions that are written in several ways. Every name is looked up under the forms that it could be written in, so
 * the work grows with the number of names, not with that of their pairs.
 */
public final class InstitutionLikeness {

    private static final Pattern SHORT = Pattern.compile("\\p{Lu}[\\p{L}]{2,9}");
    private static final Pattern BRACKETS = Pattern.compile("\\s*\\(([^()]+)\\)\\s*");
    private static final Pattern PART =
            Pattern.compile("(?i)(?:the\\s+)?(?:school|department|dept|faculty|college|ministry|division)\\b.*");
    private static final Pattern BODY = Pattern.compile("(?i).*\\b(?:universit|institut|academy|college).*");

    private static final int LEAST_FOR_TYPO = 12;
    private static final int LEAST_OWN_NAME = 6;

    /** A form that so many names share says nothing. */
    private static final int MOST_ALIKE = 20;

    private final NameWords words;

    public InstitutionLikeness(NameWords words) {
        this.words = words;
    }

    private interface Forms {
        Collection<String> of(NameUse use);
    }

    /** Best first. */
    public List<Likeness> among(Collection<NameUse> uses) {
        var found = new Likenesses();
        var known = grouped(uses, use -> List.of(words.squeezed(use.name())));
        share(
                known,
                found,
                0.95,
                "They differ only in case, blanks, hyphens, articles or words that are often shortened.");
        share(grouped(uses, this::sorted), found, 0.85, "They are made of the same words.");
        typos(uses, found);
        share(grouped(uses, this::withoutField), found, 0.5, "They differ in “AI” or “Lab” alone.");
        initials(uses, found);
        for (NameUse use : uses) {
            brackets(use, known, found);
            departments(use, known, found);
            ownNames(use, known, found);
        }
        extensions(uses, known, found);
        return found.best();
    }

    private static Map<String, List<NameUse>> grouped(Collection<NameUse> uses, Forms forms) {
        var grouped = new LinkedHashMap<String, List<NameUse>>();
        uses.forEach(use -> new HashSet<>(forms.of(use)).forEach(form -> {
            if (!form.isEmpty()) {
                grouped.computeIfAbsent(form, _ -> new ArrayList<>()).add(use);
            }
        }));
        return grouped;
    }

    private static void share(Map<String, List<NameUse>> grouped, Likenesses found, double score, String reason) {
        grouped.values().stream()
                .filter(alike -> alike.size() > 1 && alike.size() <= MOST_ALIKE)
                .forEach(alike -> found.addAll(alike, score, reason));
    }

    private List<String> sorted(NameUse use) {
        return List.of(String.join(" ", new TreeSet<>(words.telling(use.name()))));
    }

    /** The name with each letter left out once: names that differ in one letter, or in two that changed places, meet. */
    private List<String> deletions(NameUse use) {
        String squeezed = words.squeezed(use.name());
        var deletions = new ArrayList<String>();
        if (squeezed.length() >= LEAST_FOR_TYPO) {
            deletions.add(squeezed);
            for (int i = 0; i < squeezed.length(); i++) {
                if (!Character.isDigit(squeezed.charAt(i))) {
                    deletions.add(squeezed.substring(0, i) + squeezed.substring(i + 1));
                }
            }
        }
        return deletions;
    }

    private void typos(Collection<NameUse> uses, Likenesses found) {
        for (List<NameUse> alike : grouped(uses, this::deletions).values()) {
            for (NameUse one : alike.size() > MOST_ALIKE ? List.<NameUse>of() : alike) {
                for (NameUse other : alike) {
                    if (Typo.isBetween(words.squeezed(one.name()), words.squeezed(other.name()))) {
                        found.add(one, other, 0.8, "They differ in one letter.");
                    }
                }
            }
        }
    }

    private List<String> withoutField(NameUse use) {
        var rest = new ArrayList<>(words.words(use.name()));
        if (rest.size() > 1 && rest.getLast().equals("laboratory")) {
            rest.removeLast();
        }
        rest.removeAll(List.of("artificial", "intelligence"));
        return List.of(String.join("", rest));
    }

    /** "CMU", where one long name, and no other, begins its words so. */
    private void initials(Collection<NameUse> uses, Likenesses found) {
        var longNames = grouped(
                uses, use -> NameWords.plain(use.name()).indexOf(' ') > 0 ? words.initials(use.name()) : List.of());
        for (NameUse use : uses) {
            var candidates = isShort(use.name())
                    ? longNames.getOrDefault(use.name().toLowerCase(Locale.ROOT), List.of())
                    : List.<NameUse>of();
            if (candidates.stream()
                            .map(other -> words.squeezed(other.name()))
                            .distinct()
                            .count()
                    == 1) {
                candidates.forEach(other -> found.addAs(use, other, 0.75, "The one is made of the other's initials."));
            }
        }
    }

    private static boolean isShort(String name) {
        return SHORT.matcher(name).matches()
                && name.chars().filter(Character::isUpperCase).count() * 2 > name.length();
    }

    private List<NameUse> at(String name, Map<String, List<NameUse>> known) {
        return known.getOrDefault(words.squeezed(name), List.of());
    }

    /** "Meta AI (FAIR)" is Meta AI, and FAIR. */
    private void brackets(NameUse use, Map<String, List<NameUse>> known, Likenesses found) {
        var brackets = BRACKETS.matcher(use.name());
        if (brackets.find()) {
            for (String part : List.of(brackets.group(1), use.name().substring(0, brackets.start()))) {
                at(part, known)
                        .forEach(other ->
                                found.add(use, other, 0.75, "The one gives the other in brackets, or before them."));
            }
        }
    }

    /** "School of X, University of Y" is of the University of Y. */
    private void departments(NameUse use, Map<String, List<NameUse>> known, Likenesses found) {
        int comma = use.name().lastIndexOf(',');
        if (comma > 0 && PART.matcher(use.name()).matches()) {
            at(use.name().substring(comma + 1), known)
                    .forEach(other -> found.addAs(use, other, 0.6, "The one is a department of the other."));
        }
    }

    /** "Google DeepMind" is DeepMind, and "Stanford" is Stanford University. */
    private void ownNames(NameUse use, Map<String, List<NameUse>> known, Likenesses found) {
        var two = words.words(use.name());
        if (two.size() == 2 && two.getLast().length() >= LEAST_OWN_NAME) {
            boolean isUniversity = two.getLast().equals("university");
            String own = isUniversity ? two.getFirst() : two.getLast();
            known.getOrDefault(own, List.of())
                    .forEach(other -> found.add(
                            use,
                            other,
                            isUniversity ? 0.75 : 0.6,
                            isUniversity
                                    ? "“University” is left out."
                                    : "The one is the other after its owner's name."));
        }
    }

    /** "University of Surrey, UK" is the University of Surrey, unless names go on from it in several ways. */
    private void extensions(Collection<NameUse> uses, Map<String, List<NameUse>> known, Likenesses found) {
        var longer = new HashMap<String, Map<String, List<NameUse>>>();
        for (NameUse use : uses) {
            var all = words.words(use.name());
            var head = new StringBuilder();
            for (String word : all.subList(0, Math.max(0, all.size() - 1))) {
                head.append(word);
                if (known.containsKey(head.toString())) {
                    longer.computeIfAbsent(head.toString(), _ -> new LinkedHashMap<>())
                            .computeIfAbsent(String.join("", all), _ -> new ArrayList<>())
                            .add(use);
                }
            }
        }
        longer.forEach((head, extended) -> {
            if (extended.size() == 1) {
                extended.values()
                        .forEach(all -> all.forEach(use ->
                                known.getOrDefault(head, List.of()).forEach(other -> extension(use, other, found))));
            }
        });
    }

    private void extension(NameUse use, NameUse other, Likenesses found) {
        int more =
                words.telling(use.name()).size() - words.telling(other.name()).size();
        boolean isPlace =
                more == 1 && Character.isUpperCase(use.name().charAt(use.name().length() - 1))
                        || use.name().contains(",");
        if (BODY.matcher(other.name()).matches()) {
            found.add(
                    use,
                    other,
                    isPlace ? 0.75 : 0.6,
                    "The one goes on after the other with a place, or with what it belongs to.");
        } else if (isShort(other.name())
                && more == 1
                && !words.telling(use.name()).contains("research")) {
            found.add(use, other, 0.5, "The one is the other's short name with a place.");
        }
    }
}
