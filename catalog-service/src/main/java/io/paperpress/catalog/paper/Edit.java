package io.paperpress.catalog.paper;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a maintainer says of a paper: values, and what is not so.
 *
 * @param cleared as in {@link io.paperpress.common.events.SourceRecord}
 */
public record Edit(PaperFields values, List<String> cleared) {

    /** Whether it says nothing that is not shown already. */
    public boolean isEmpty() {
        return cleared.isEmpty() && values.equals(NOTHING);
    }

    private static final PaperFields NOTHING = new PaperFields(
            null, null, List.of(), List.of(), null, null, null, List.of(), List.of(), List.of(), null, List.of(), null,
            null);

    /**
     * What is to be said of a paper so that it shows what is wanted.
     *
     * @param named fields that are to have these values, or none
     * @param schemes identifiers that it is to have of some schemes; where all are named without any, none at all
     */
    public static Edit of(Claims claims, Set<String> named, PaperFields wanted, Map<String, List<Identifier>> schemes) {
        return new Writer(claims, named, wanted).edit(schemes);
    }

    /** Compares what is wanted with what is shown. */
    private static final class Writer {

        private final Claims claims;
        private final PaperFields shown;
        private final Set<String> named;
        private final PaperFields wanted;
        private final PaperFields fit;
        private final List<String> cleared = new ArrayList<>();

        Writer(Claims claims, Set<String> named, PaperFields wanted) {
            this.claims = claims;
            this.shown = claims.shown();
            this.named = named;
            this.wanted = wanted;
            this.fit = claims.names().of(Repair.of(wanted).fields());
        }

        Edit edit(Map<String, List<Identifier>> schemes) {
            var identifiers = identifiers(schemes);
            boolean links = links();
            var values = new PaperFields(
                    value("title", wanted.title(), fit.title(), shown.title()),
                    value("shortName", wanted.shortName(), fit.shortName(), shown.shortName()),
                    values("authors", wanted.authors(), fit.authors(), shown.authors()),
                    values("institutions", wanted.institutions(), fit.institutions(), shown.institutions()),
                    value("venue", wanted.venue(), fit.venue(), shown.venue()),
                    value("year", wanted.year(), fit.year(), shown.year()),
                    value("abstract", wanted.abstractText(), fit.abstractText(), shown.abstractText()),
                    identifiers,
                    links ? wanted.links() : List.of(),
                    values("keywords", wanted.keywords(), fit.keywords(), shown.keywords()),
                    value("cover", wanted.cover(), fit.cover(), shown.cover()),
                    values("baselines", wanted.baselines(), fit.baselines(), shown.baselines()),
                    value("citation", wanted.citation(), fit.citation(), shown.citation()),
                    null);
            keepDenied(values, identifiers);
            return new Edit(values, List.copyOf(cleared));
        }

        /** A value that is shown already is said where sources disagree: that settles it. */
        private <T> @Nullable T value(String name, @Nullable T wanted, @Nullable T fit, @Nullable T shown) {
            if (!named.contains(name)) {
                return null;
            }
            if (fit == null) {
                if (shown != null) {
                    cleared.add(name);
                }
                return null;
            }
            return fit.equals(shown) && !isOpen(name) ? null : wanted;
        }

        private <T> List<T> values(String name, List<T> wanted, List<T> fit, List<T> shown) {
            List<T> value = value(name, wanted, fit.isEmpty() ? null : fit, shown.isEmpty() ? null : shown);
            return value == null ? List.of() : value;
        }

        private boolean isOpen(String name) {
            return claims.all().stream()
                                    .map(claim -> Claims.value(name, claim.canonical()))
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .count()
                            > 1
                    && !claims.isSettled(name);
        }

        /** Whether links are to be said: those that go are cleared one by one, so that new ones of others still come. */
        private boolean links() {
            if (!named.contains(Claims.LINKS) || fit.links().equals(shown.links())) {
                return false;
            }
            var kept = fit.links().stream().map(Claims::one).toList();
            shown.links().stream()
                    .map(Claims::one)
                    .filter(link -> !kept.contains(link))
                    .forEach(cleared::add);
            return true;
        }

        private List<Identifier> identifiers(Map<String, List<Identifier>> schemes) {
            if (!named.contains(Claims.IDENTIFIERS)) {
                return List.of();
            }
            var fresh = new LinkedHashSet<Identifier>();
            schemes.values().forEach(fresh::addAll);
            shown.identifiers().stream()
                    .filter(identifier -> !identifier.scheme().equals(Identifiers.PATH))
                    .filter(identifier -> schemes.isEmpty() || schemes.containsKey(identifier.scheme()))
                    .filter(identifier -> !fresh.contains(identifier))
                    .map(Claims::one)
                    .forEach(cleared::add);
            shown.identifiers().forEach(fresh::remove);
            return List.copyOf(fresh);
        }

        /** A link that is said again does not bring back an identifier that was denied, though it holds it. */
        private void keepDenied(PaperFields values, Collection<Identifier> said) {
            var denied = claims.denied();
            Stream.of(values)
                    .flatMap(given -> Identifiers.in(given).stream())
                    .filter(identifier -> denied.contains(identifier) && !said.contains(identifier))
                    .map(Claims::one)
                    .forEach(cleared::add);
        }
    }
}
