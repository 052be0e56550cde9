package io.paperpress.catalog.paper;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.identity.NameFold;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names are shown in the place of others; loaded from the database, where it can change while the service runs. */
public final class Aliases {

    /**
     * One alias.
     *
     * @param name as a maintainer wrote it
     * @param canonical what is shown in its place
     * @param orcid of the bylines for which it holds, where it does not hold for all
     * @param papers ids of those for which it holds, where it does not hold for all
     */
    public record Alias(
            NameKind kind,
            String name,
            String canonical,
            @Nullable String orcid,
            Set<String> papers) {

        public Alias {
            papers = Set.copyOf(papers);
        }

        String folded() {
            return NameFold.of(name);
        }

        boolean isScoped() {
            return orcid != null || !papers.isEmpty();
        }

        private boolean holds(@Nullable String byline, String paperId) {
            return orcid == null ? papers.isEmpty() || papers.contains(paperId) : orcid.equals(byline);
        }
    }

    private record Key(NameKind kind, String folded) {}

    public static final Aliases NONE = new Aliases(List.of());

    private static final String NOWHERE = "";

    /** Of each name, what is said of some who bear it before what is said of all. */
    private final Map<Key, List<Alias>> byName;

    public Aliases(Collection<Alias> aliases) {
        var named = new HashMap<Key, List<Alias>>();
        aliases.stream()
                .collect(groupingBy(alias -> new Key(alias.kind(), alias.folded())))
                .forEach((key, all) -> named.put(
                        key,
                        all.stream()
                                .sorted((one, other) -> Boolean.compare(other.isScoped(), one.isScoped()))
                                .toList()));
        this.byName = Map.copyOf(named);
    }

    /** The names as one paper shows them. */
    public ShownNames on(String paperId) {
        return new ShownNames(this, paperId);
    }

    /** What is shown wherever a name stands without anything that tells who bears it. */
    public String canonical(NameKind kind, String name) {
        return canonical(kind, name, null, NOWHERE);
    }

    Author canonical(Author author, String paperId) {
        String name = canonical(NameKind.AUTHOR, author.name(), author.orcid(), paperId);
        return name.equals(author.name()) ? author : new Author(name, author.orcid());
    }

    /** Follows the aliases; the spelling that the last one gives is final. */
    String canonical(NameKind kind, String name, @Nullable String orcid, String paperId) {
        if (byName.isEmpty()) {
            return name;
        }
        var seen = new HashSet<String>();
        String now = name;
        while (true) {
            String folded = NameFold.of(now);
            var next = next(kind, folded, orcid, paperId);
            if (next == null || !seen.add(folded)) {
                return now;
            }
            now = next.canonical();
            if (NameFold.of(now).equals(folded)) {
                return now;
            }
        }
    }

    private @Nullable Alias next(NameKind kind, String folded, @Nullable String orcid, String paperId) {
        return byName.getOrDefault(new Key(kind, folded), List.of()).stream()
                .filter(alias -> alias.holds(orcid, paperId))
                .findFirst()
                .orElse(null);
    }

    /** Whether one comes from a name to another, for whomever that may hold. */
    public boolean lead(NameKind kind, String from, String to) {
        String target = NameFold.of(to);
        Set<String> reached = new HashSet<>(Set.of(NameFold.of(from)));
        Set<String> fresh = reached;
        while (!fresh.isEmpty()) {
            if (fresh.contains(target)) {
                return true;
            }
            fresh = fresh.stream()
                    .flatMap(name -> byName.getOrDefault(new Key(kind, name), List.of()).stream())
                    .map(alias -> NameFold.of(alias.canonical()))
                    .collect(toSet());
            fresh.removeAll(reached);
            reached.addAll(fresh);
        }
        return false;
    }

    /** The folded names from which one comes to a name, and its own. */
    public Set<String> leadingTo(NameKind kind, String name) {
        Set<String> found = new HashSet<>(Set.of(NameFold.of(name)));
        boolean grew;
        do {
            grew = false;
            for (var entry : byName.entrySet()) {
                if (entry.getKey().kind() == kind
                        && entry.getValue().stream()
                                .anyMatch(alias -> found.contains(NameFold.of(alias.canonical())))) {
                    grew |= found.add(entry.getKey().folded());
                }
            }
        } while (grew);
        return found;
    }
}
