package io.paperpress.catalog.identity;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.paperpress.catalog.paper.Claims.Claim;
import io.paperpress.catalog.paper.Names;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Repair;
import io.paperpress.catalog.paper.Vocabulary;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.Source;
import io.paperpress.common.identity.Identifiers;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a work can be recognised by; an empty set says that nothing is known.
 *
 * @param identifiers strong ones, the path of a file aside
 * @param titles fingerprints
 * @param firstAuthors in natural order
 * @param venues short names where known
 */
record Traits(
        Set<Identifier> identifiers,
        Set<String> titles,
        Set<String> firstAuthors,
        Set<String> venues,
        Set<Integer> years) {

    static Traits of(PaperFields said, Vocabulary vocabulary) {
        return of(List.of(Repair.of(said).fields()), vocabulary);
    }

    /** What any source of the paper says, but for identifiers that a maintainer denies. */
    static Traits of(Paper paper, Vocabulary vocabulary) {
        return of(paper.claims().all().stream().map(Claim::fields).toList(), vocabulary)
                .without(paper.claims().denied());
    }

    private Traits without(Set<Identifier> denied) {
        var kept = new LinkedHashSet<>(identifiers);
        kept.removeAll(denied);
        return new Traits(kept, titles, firstAuthors, venues, years);
    }

    /** What the sources with structured fields say. */
    static Traits ofRecords(Paper paper, Vocabulary vocabulary) {
        return of(
                        paper.claims().all().stream()
                                .filter(claim -> claim.record().source().kind() == Source.Kind.RECORD)
                                .map(Claim::fields)
                                .toList(),
                        vocabulary)
                .without(paper.claims().denied());
    }

    private static Traits of(Collection<PaperFields> values, Vocabulary vocabulary) {
        return new Traits(
                values.stream()
                        .flatMap(said -> said.identifiers().stream())
                        .filter(Identifiers::isStrong)
                        .filter(identifier -> !identifier.scheme().equals(Identifiers.PATH))
                        .collect(toCollection(LinkedHashSet::new)),
                known(
                        values,
                        said -> Stream.of(IdentityKeys.fingerprint(said.title()))
                                .filter(title -> !title.isEmpty())
                                .findFirst()
                                .orElse(null)),
                known(values, Traits::firstAuthor),
                known(values, said -> said.venue() == null ? null : vocabulary.canonicalVenue(said.venue())),
                known(values, PaperFields::year));
    }

    private static @Nullable String firstAuthor(PaperFields said) {
        return said.authors().isEmpty() ? null : said.authors().getFirst().name();
    }

    private static <T> Set<T> known(Collection<PaperFields> values, Function<PaperFields, @Nullable T> trait) {
        return values.stream().map(trait).filter(Objects::nonNull).collect(toSet());
    }

    Set<Identifier> sharedIdentifiers(Traits other) {
        var shared = new LinkedHashSet<>(identifiers);
        shared.retainAll(other.identifiers);
        return shared;
    }

    boolean sharesTitle(Traits other) {
        return !Collections.disjoint(titles, other.titles);
    }

    /** Whether both first authors are known, and none of the one can be any of the other. */
    boolean contradictsAuthor(Traits other) {
        return bothKnown(firstAuthors, other.firstAuthors)
                && firstAuthors.stream()
                        .allMatch(one -> other.firstAuthors.stream().allMatch(two -> Names.differ(one, two)));
    }

    boolean sharesAuthor(Traits other) {
        return bothKnown(firstAuthors, other.firstAuthors) && !contradictsAuthor(other);
    }

    boolean contradictsTitle(Traits other) {
        return contradict(titles, other.titles);
    }

    boolean contradictsVenue(Traits other) {
        return contradict(venues, other.venues);
    }

    boolean contradictsYear(Traits other) {
        return contradict(years, other.years);
    }

    /** Whether both have values of one scheme, and none in common. */
    boolean contradictsIdentifier(Traits other) {
        return identifiers.stream()
                .map(Identifier::scheme)
                .anyMatch(scheme -> contradict(values(scheme), other.values(scheme)));
    }

    private Set<String> values(String scheme) {
        return identifiers.stream()
                .filter(identifier -> identifier.scheme().equals(scheme))
                .map(Identifier::value)
                .collect(toSet());
    }

    private static boolean contradict(Set<?> one, Set<?> other) {
        return bothKnown(one, other) && Collections.disjoint(one, other);
    }

    private static boolean bothKnown(Set<?> one, Set<?> other) {
        return !one.isEmpty() && !other.isEmpty();
    }
}
