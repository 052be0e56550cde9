package io.paperpress.catalog.naming.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Authors with one family name whose names may be one person's: the same but for accents, or the one abbreviating the
 * other where both wrote with the same people. Different ORCIDs are different people.
 */
public final class AuthorLikeness {

    /**
     * An author as bylines give him or her.
     *
     * @param orcids those that bylines give with the name
     */
    public record Author(NameUse use, Set<String> orcids) {

        public Author {
            orcids = Set.copyOf(orcids);
        }
    }

    /** More people of one family name cannot be told apart by initials. */
    private static final int MOST = 200;

    private final Function<String, Set<String>> coauthors;

    /** @param coauthors folded names of those who wrote with the bearers of a name */
    public AuthorLikeness(Function<String, Set<String>> coauthors) {
        this.coauthors = coauthors;
    }

    /**
     * Best first.
     *
     * @param family all authors of one family name
     */
    public List<Likeness> among(Collection<Author> family) {
        var found = new Likenesses();
        var all = List.copyOf(family);
        for (int i = 0; i < Math.min(all.size(), MOST); i++) {
            for (int j = i + 1; j < Math.min(all.size(), MOST); j++) {
                compare(all.get(i), all.get(j), found);
            }
        }
        return found.best();
    }

    private void compare(Author one, Author other, Likenesses found) {
        var names = words(one);
        var others = words(other);
        boolean isOneOrcid = !Collections.disjoint(one.orcids(), other.orcids());
        if (!one.orcids().isEmpty() && !other.orcids().isEmpty() && !isOneOrcid) {
            return;
        }
        if (names.equals(others)) {
            found.add(one.use(), other.use(), 0.9, "They differ only in case, accents, hyphens and full stops.");
        } else if (isOneOrcid) {
            found.add(one.use(), other.use(), 0.95, "Bylines give both the same ORCID.");
        } else if (abbreviates(names, others)) {
            Set<String> shared = new HashSet<>(coauthors.apply(one.use().name()));
            shared.retainAll(coauthors.apply(other.use().name()));
            shared.removeAll(Set.of(String.join(" ", names), String.join(" ", others)));
            if (!shared.isEmpty()) {
                boolean isShorter = length(names) < length(others);
                found.addAs(
                        isShorter ? one.use() : other.use(),
                        isShorter ? other.use() : one.use(),
                        Math.min(0.9, 0.5 + 0.1 * shared.size()),
                        "The one abbreviates the other, and both wrote with %s."
                                .formatted(String.join(
                                        ", ", shared.stream().sorted().limit(3).toList())));
            }
        }
    }

    private static int length(List<String> words) {
        return String.join("", words).length();
    }

    /** Given names first, the family name last. */
    private static List<String> words(Author author) {
        return new ArrayList<>(List.of(NameWords.plain(author.use().name()).split(" ")));
    }

    /** "W. Wang" and "Wei Wang", "Ada Byron" and "Ada K. Byron"; not "Wei Wang" and "Wen Wang". */
    private static boolean abbreviates(List<String> one, List<String> other) {
        if (one.size() < 2 || other.size() < 2 || !one.getLast().equals(other.getLast())) {
            return false;
        }
        for (int i = 0; i < Math.min(one.size(), other.size()) - 1; i++) {
            String here = one.get(i);
            String there = other.get(i);
            boolean isInitial = here.length() == 1 || there.length() == 1;
            if (!here.equals(there) && !(isInitial && here.charAt(0) == there.charAt(0))) {
                return false;
            }
        }
        return true;
    }
}
