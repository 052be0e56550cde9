package io.paperpress.catalog.identity.likeness;

import io.paperpress.catalog.identity.IdentityKeys;
import io.paperpress.catalog.paper.Claims.Claim;
import io.paperpress.catalog.paper.Paper;
import io.paperpress.catalog.paper.Repair;
import io.paperpress.common.events.Author;
import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.Identifiers;
import io.paperpress.common.identity.TitleFingerprint;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What likeness goes by: little enough to be kept in memory for every listed paper.
 *
 * @param titles plain ones; none that stands on many works, such as "Preface"
 * @param firstAuthors plain names, as the sources give them
 * @param coauthors the others, of the source that names most
 * @param arxiv identifiers there: two of them are two works, whatever else they share
 * @param sketch of the longest abstract
 */
public record Profile(
        List<String> titles,
        List<String> firstAuthors,
        List<String> coauthors,
        List<Integer> years,
        List<String> arxiv,
        @Nullable AbstractSketch sketch) {

    private static final int MOST = 6;
    private static final int MOST_COAUTHORS = 3;
    private static final int SHORT = 10;
    private static final Set<String> ON_MANY = Set.of(
            "abstract",
            "afterword",
            "appendix",
            "contents",
            "editorial",
            "epilogue",
            "errata",
            "erratum",
            "foreword",
            "glossary",
            "index",
            "keynote",
            "panel",
            "preface",
            "prologue",
            "reviews",
            "summary",
            "tutorial",
            "welcome");

    public Profile {
        titles = orEmpty(titles);
        firstAuthors = orEmpty(firstAuthors);
        coauthors = orEmpty(coauthors);
        years = orEmpty(years);
        arxiv = orEmpty(arxiv);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** Of one submission. */
    public static Profile of(PaperFields said) {
        return of(List.of(Repair.of(said).fields()));
    }

    /** Of all that any source says. */
    public static Profile of(Paper paper) {
        return of(paper.claims().all().stream().map(Claim::fields).toList());
    }

    private static Profile of(Collection<PaperFields> values) {
        return new Profile(
                firsts(values.stream()
                        .map(PaperFields::title)
                        .filter(Objects::nonNull)
                        .filter(Profile::isTelling)
                        .map(PlainTitle::of)
                        .filter(title -> !title.isEmpty())),
                firsts(values.stream()
                        .filter(said -> !said.authors().isEmpty())
                        .map(said -> People.plain(said.authors().getFirst().name()))
                        .filter(name -> !name.isEmpty())),
                values.stream()
                        .map(PaperFields::authors)
                        .max((one, other) -> Integer.compare(one.size(), other.size()))
                        .orElse(List.of())
                        .stream()
                        .skip(1)
                        .limit(MOST_COAUTHORS)
                        .map(Author::name)
                        .map(People::plain)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                firsts(values.stream().map(PaperFields::year).filter(Objects::nonNull)),
                firsts(values.stream()
                        .flatMap(said -> Identifiers.in(said).stream())
                        .filter(identifier -> identifier.scheme().equals(Identifiers.ARXIV))
                        .map(Identifier::value)),
                values.stream()
                        .map(PaperFields::abstractText)
                        .filter(Objects::nonNull)
                        .max((one, other) -> Integer.compare(one.length(), other.length()))
                        .map(AbstractSketch::of)
                        .orElse(null));
    }

    /** A short name may be one work's, such as "Mamba"; what stands in every book is not. */
    private static boolean isTelling(String title) {
        String fingerprint = IdentityKeys.fingerprint(title);
        return !TitleFingerprint.isGeneric(fingerprint)
                || (fingerprint.length() >= TitleView.TELLING
                        && fingerprint.length() < SHORT
                        && !ON_MANY.contains(fingerprint));
    }

    private static <T> List<T> firsts(Stream<T> values) {
        return values.distinct().limit(MOST).toList();
    }
}
