package io.paperpress.catalog.paper;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.SourceRecord;
import io.paperpress.common.identity.Identifiers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of one paper, and the rule by which some of it is shown.
 *
 * @param all oldest first, as the catalogue came to know them
 * @param names in which form names are shown, and compared
 */
public record Claims(List<Claim> all, ShownNames names) {

    /**
     * What one source says.
     *
     * @param record as submitted
     * @param fields the same, fit to show
     */
    public record Claim(SourceRecord record, PaperFields fields) {

        static Claim of(SourceRecord record) {
            return new Claim(record, Repair.of(record.values()).fields());
        }
    }

    /** Begins the key of a source that a maintainer approved. */
    static final String REVIEW = "review:";

    /** Fields of which one source's value is shown as a whole. */
    private static final List<Function<PaperFields, @Nullable Object>> WHOLE = List.of(
            PaperFields::title,
            PaperFields::shortName,
            fields -> unlessEmpty(fields.authors()),
            fields -> unlessEmpty(fields.institutions()),
            PaperFields::venue,
            PaperFields::year,
            PaperFields::abstractText,
            fields -> unlessEmpty(fields.keywords()),
            PaperFields::cover,
            fields -> unlessEmpty(fields.baselines()),
            PaperFields::citation,
            PaperFields::path);

    public Claims {
        all = List.copyOf(all);
    }

    public static Claims of(List<SourceRecord> sources) {
        return of(sources, ShownNames.AS_THEY_ARE);
    }

    public static Claims of(List<SourceRecord> sources, ShownNames names) {
        return new Claims(sources.stream().map(Claim::of).toList(), names);
    }

    public List<SourceRecord> sources() {
        return all.stream().map(Claim::record).toList();
    }

    /** These and one more. */
    Claims plus(SourceRecord record) {
        return new Claims(
                Stream.concat(all.stream(), Stream.of(Claim.of(record))).toList(), names);
    }

    /** The same with one record in another's place. */
    Claims replacing(SourceRecord old, SourceRecord replacement) {
        return new Claims(
                all.stream()
                        .map(claim -> claim.record().equals(old) ? Claim.of(replacement) : claim)
                        .toList(),
                names);
    }

    /** Whether every value is one that some source gives already. */
    boolean say(PaperFields values) {
        PaperFields said = names.of(Repair.of(values).fields());
        var known = all.stream().map(claim -> names.of(claim.fields())).toList();
        boolean whole = WHOLE.stream().allMatch(field -> {
            Object value = field.apply(said);
            return value == null || known.stream().anyMatch(fields -> value.equals(field.apply(fields)));
        });
        return whole && list(said);
    }

    /** Whether every value is one that is shown already. */
    public boolean show(PaperFields values) {
        PaperFields said = names.of(Repair.of(values).fields());
        PaperFields shown = shown();
        boolean whole = WHOLE.stream().allMatch(field -> {
            Object value = field.apply(said);
            return value == null || value.equals(field.apply(shown));
        });
        return whole && list(said);
    }

    /** Whether the identifiers and links are among those that the sources give together. */
    private boolean list(PaperFields said) {
        return identifiers().containsAll(said.identifiers())
                && links().stream()
                        .map(Claims::address)
                        .collect(toSet())
                        .containsAll(said.links().stream().map(Claims::address).toList());
    }

    /** Every recognised identifier, that of the source shown first before the others'. */
    public Set<Identifier> identifiers() {
        return ranked().flatMap(fields -> fields.identifiers().stream())
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private Collection<Link> links() {
        return ranked().flatMap(fields -> fields.links().stream())
                .collect(toMap(Claims::address, Function.identity(), (first, again) -> first, LinkedHashMap::new))
                .values();
    }

    private static String address(Link link) {
        return link.rel() + " " + link.url();
    }

    /** Whether no source gives the paper a title. */
    public boolean untitled() {
        return first(PaperFields::title) == null;
    }

    /**
     * The values to show: of each field the first value in the order of {@link #ranked()}. Where no source gives a
     * title, the most telling identifier stands in its place. Names are canonical.
     */
    public PaperFields shown() {
        String title = first(PaperFields::title);
        return names.of(new PaperFields(
                title == null
                        ? Identifiers.strongest(identifiers())
                                .map(Identifier::toString)
                                .orElse(null)
                        : title,
                first(PaperFields::shortName),
                firstList(PaperFields::authors),
                firstList(PaperFields::institutions),
                first(PaperFields::venue),
                first(PaperFields::year),
                first(PaperFields::abstractText),
                List.copyOf(identifiers()),
                List.copyOf(links()),
                firstList(PaperFields::keywords),
                first(PaperFields::cover),
                firstList(PaperFields::baselines),
                first(PaperFields::citation),
                first(PaperFields::path)));
    }

    private <T> @Nullable T first(Function<PaperFields, @Nullable T> field) {
        return ranked().map(field).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private <T> List<T> firstList(Function<PaperFields, List<T>> field) {
        return ranked().map(field).filter(list -> !list.isEmpty()).findFirst().orElse(List.of());
    }

    /**
     * What a maintainer approved last before everything else. Then records before citations, the submitters in the order
     * in which the paper first heard of them, and of one submitter the newest first; submission ids settle the rest.
     */
    private Stream<PaperFields> ranked() {
        var approved = all.stream().filter(Claims::isApproved).toList();
        var others = all.stream().filter(claim -> !isApproved(claim)).toList();
        return Stream.concat(approved.reversed().stream(), ranked(others)).map(Claim::fields);
    }

    private static boolean isApproved(Claim claim) {
        return claim.record().source().key().startsWith(REVIEW);
    }

    private static Stream<Claim> ranked(List<Claim> claims) {
        var submitters = new ArrayList<String>();
        claims.forEach(claim -> {
            if (!submitters.contains(claim.record().submitter())) {
                submitters.add(claim.record().submitter());
            }
        });
        Comparator<SourceRecord> order = comparing(
                        (SourceRecord record) -> record.source().kind())
                .thenComparing(record -> submitters.indexOf(record.submitter()))
                .thenComparing(SourceRecord::at, Comparator.reverseOrder())
                .thenComparing(SourceRecord::submissionId);
        return claims.stream().sorted(comparing(Claim::record, order));
    }

    private static @Nullable Object unlessEmpty(List<?> list) {
        return list.isEmpty() ? null : list;
    }

    /** The fields on which sources disagree. */
    public List<Conflict> conflicts(Vocabulary vocabulary) {
        return Conflict.among(all, vocabulary);
    }
}
