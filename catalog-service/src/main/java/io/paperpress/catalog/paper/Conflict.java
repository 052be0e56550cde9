package io.paperpress.catalog.paper;

import io.paperpress.catalog.paper.Claims.Claim;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.TitleFingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of which sources say different things.
 *
 * @param field name of the field
 * @param values what is said, by whom, oldest first
 */
public record Conflict(String field, List<Said> values) {

    /**
     * One of the values.
     *
     * @param sources keys of the sources that say so
     */
    public record Said(String value, List<String> sources) {}

    public Conflict {
        values = List.copyOf(values);
    }

    static List<Conflict> among(List<Claim> claims, Vocabulary vocabulary) {
        return java.util.stream.Stream.of(
                        between("title", claims, PaperFields::title, sameForm(TitleFingerprint::of)),
                        between("venue", claims, PaperFields::venue, sameForm(vocabulary::canonicalVenue)),
                        between("year", claims, fields -> string(fields.year()), String::equals),
                        between(
                                "authors",
                                claims,
                                Conflict::firstAuthor,
                                (one, other) -> !Names.differ(
                                        vocabulary.aliases().canonical(NameKind.AUTHOR, one),
                                        vocabulary.aliases().canonical(NameKind.AUTHOR, other))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Names are compared by the first alone: citations leave the others out. */
    private static @Nullable String firstAuthor(PaperFields fields) {
        return fields.authors().stream().findFirst().map(Author::name).orElse(null);
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static BiPredicate<String, String> sameForm(Function<String, String> form) {
        return (one, other) -> form.apply(one).equals(form.apply(other));
    }

    private static Optional<Conflict> between(
            String field,
            List<Claim> claims,
            Function<PaperFields, @Nullable String> value,
            BiPredicate<String, String> agree) {
        var said = new LinkedHashMap<String, List<String>>();
        for (Claim claim : claims) {
            String here = value.apply(claim.fields());
            if (here != null) {
                String known = said.keySet().stream()
                        .filter(other -> agree.test(here, other))
                        .findFirst()
                        .orElse(here);
                said.computeIfAbsent(known, name -> new ArrayList<>())
                        .add(claim.record().source().key());
            }
        }
        return said.size() < 2
                ? Optional.empty()
                : Optional.of(new Conflict(
                        field,
                        said.entrySet().stream()
                                .map(entry -> new Said(
                                        entry.getKey(),
                                        entry.getValue().stream().distinct().toList()))
                                .toList()));
    }
}
