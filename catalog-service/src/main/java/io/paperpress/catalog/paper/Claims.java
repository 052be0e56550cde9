package io.paperpress.catalog.paper;

import static java.util.Comparator.comparing;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.Link;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.events.SourceRecord;
import io.paperpress.common.identity.Identifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of one paper, and the rule by which some of it is shown. What is shown follows from what was said,
 * by whom and when, not from the order in which the catalogue came to know of it.
 *
 * @param all oldest first
 * @param names in which form names are shown, and compared
 */
public record Claims(List<Claim> all, ShownNames names) {

    /**
     * What one source says.
     *
     * @param record as submitted
     * @param fields the same, fit to show
     * @param canonical the same under canonical names
     */
    public record Claim(SourceRecord record, PaperFields fields, PaperFields canonical) {

        static Claim of(SourceRecord record, ShownNames names) {
            var fields = Repair.of(record.values()).fields();
            return new Claim(record, fields, names.of(fields));
        }

        /** Whether it is a maintainer's word: said, or approved. */
        public boolean isMaintainers() {
            String key = record.source().key();
            return key.startsWith(REVIEW) || key.startsWith(EDIT);
        }

        /** A file says one thing at a time. */
        boolean isFile() {
            return record.source().key().startsWith(PATH);
        }

        boolean isAfter(SourceRecord other) {
            return record.at().isAfter(other.at());
        }

        /** Whether it says that the field, or this one value of it, is not so. */
        public boolean clears(String what) {
            return record.cleared().contains(what);
        }

        private Instant since() {
            return Objects.requireNonNullElse(record.since(), record.at());
        }
    }

    /** Begins the key of a source that a maintainer approved. */
    static final String REVIEW = "review:";

    /** Begins the key of what a maintainer said. */
    static final String EDIT = "edit:";

    /** Begins the key of a file. */
    static final String PATH = "path:";

    /** Names of the fields whose values are united. */
    public static final String IDENTIFIERS = "identifiers";

    public static final String LINKS = "links";

    /** Fields of which one source's value is shown as a whole, by name. */
    static final Map<String, Function<PaperFields, @Nullable Object>> WHOLE = whole();

    private static final Comparator<Claim> OLDEST_FIRST = comparing(Claim::since)
            .thenComparing(claim -> claim.record().at())
            .thenComparing(claim -> claim.record().submissionId())
            .thenComparing(claim -> claim.record().source().key());

    private static Map<String, Function<PaperFields, @Nullable Object>> whole() {
        var fields = new LinkedHashMap<String, Function<PaperFields, @Nullable Object>>();
        fields.put("title", PaperFields::title);
        fields.put("shortName", PaperFields::shortName);
        fields.put("authors", said -> unlessEmpty(said.authors()));
        fields.put("institutions", said -> unlessEmpty(said.institutions()));
        fields.put("venue", PaperFields::venue);
        fields.put("year", PaperFields::year);
        fields.put("abstract", PaperFields::abstractText);
        fields.put("keywords", said -> unlessEmpty(said.keywords()));
        fields.put("cover", PaperFields::cover);
        fields.put("baselines", said -> unlessEmpty(said.baselines()));
        fields.put("citation", PaperFields::citation);
        fields.put("path", PaperFields::path);
        return fields;
    }

    public Claims {
        all = all.stream().distinct().sorted(OLDEST_FIRST).toList();
    }

    public static Claims of(List<SourceRecord> sources) {
        return of(sources, ShownNames.AS_THEY_ARE);
    }

    public static Claims of(List<SourceRecord> sources, ShownNames names) {
        return new Claims(
                sources.stream().map(source -> Claim.of(source, names)).toList(), names);
    }

    public List<SourceRecord> sources() {
        return all.stream().map(Claim::record).toList();
    }

    /** These and one more. */
    Claims plus(SourceRecord record) {
        return of(Stream.concat(sources().stream(), Stream.of(record)).toList(), names);
    }

    /** These and others. */
    Claims plus(Claims others) {
        return of(Stream.concat(sources().stream(), others.sources().stream()).toList(), names);
    }

    /** These without others; what a source says anew since is not what it said then, and stays. */
    Claims minus(Claims others) {
        var gone = Set.copyOf(others.sources());
        return new Claims(
                all.stream().filter(claim -> !gone.contains(claim.record())).toList(), names);
    }

    /** The same with one record in another's place, which has been heard of since then. */
    Claims replacing(SourceRecord old, SourceRecord replacement) {
        var since = new SourceRecord(
                replacement.source(),
                replacement.submitter(),
                replacement.submissionId(),
                replacement.at(),
                replacement.values(),
                replacement.cleared(),
                Objects.requireNonNullElse(old.since(), old.at()));
        return new Claims(
                all.stream()
                        .map(claim -> claim.record().equals(old) ? Claim.of(since, names) : claim)
                        .toList(),
                names);
    }

    /**
     * Whether it says nothing new: every value is one that some source gave by then, under whichever of its names. An
     * older word that comes late is new, for it may decide what is shown.
     */
    boolean say(SourceRecord record) {
        var earlier = all.stream().filter(claim -> !claim.isAfter(record)).toList();
        return allSaid(names.of(Repair.of(record.values()).fields()), earlier);
    }

    private static boolean allSaid(PaperFields said, List<Claim> claims) {
        return WHOLE.values().stream().allMatch(field -> {
                    Object value = field.apply(said);
                    return value == null
                            || claims.stream().anyMatch(claim -> value.equals(field.apply(claim.canonical())));
                })
                && said.identifiers().stream()
                        .allMatch(identifier -> claims.stream()
                                .anyMatch(claim -> claim.fields().identifiers().contains(identifier)))
                && said.links().stream()
                        .map(Claims::address)
                        .allMatch(address -> claims.stream()
                                .anyMatch(claim -> claim.fields().links().stream()
                                        .map(Claims::address)
                                        .anyMatch(address::equals)));
    }

    /** Whether every value is one that is shown already. */
    public boolean show(PaperFields values) {
        PaperFields said = names.of(Repair.of(values).fields());
        PaperFields shown = shown();
        boolean whole = WHOLE.values().stream().allMatch(field -> {
            Object value = field.apply(said);
            return value == null || value.equals(field.apply(shown));
        });
        return whole
                && shown.identifiers().containsAll(said.identifiers())
                && shown.links().stream()
                        .map(Claims::address)
                        .toList()
                        .containsAll(said.links().stream().map(Claims::address).toList());
    }

    /** Every recognised identifier that no maintainer denies, that of the source shown first before the others'. */
    public Set<Identifier> identifiers() {
        return identifiers(ranked());
    }

    private static Set<Identifier> identifiers(List<Claim> ranked) {
        return new LinkedHashSet<>(united(ranked, IDENTIFIERS, PaperFields::identifiers, Identifier::toString)
                .values());
    }

    /** Identifiers that sources give and a maintainer says are not the paper's. */
    public Set<Identifier> denied() {
        var denied = new LinkedHashSet<Identifier>();
        if (all.stream().anyMatch(claim -> !claim.record().cleared().isEmpty())) {
            all.forEach(claim -> denied.addAll(claim.fields().identifiers()));
            denied.removeAll(identifiers());
        }
        return denied;
    }

    /** The values of all sources, each once, but for what a source that comes before says is not so. */
    static <T> Map<String, T> united(
            List<Claim> ranked, String field, Function<PaperFields, List<T>> values, Function<T, String> name) {
        var united = new LinkedHashMap<String, T>();
        var denied = new ArrayList<String>();
        for (Claim claim : ranked) {
            denied.addAll(claim.record().cleared());
            for (T value : values.apply(claim.fields())) {
                if (!denied.contains(one(field, name.apply(value)))) {
                    united.putIfAbsent(name.apply(value), value);
                }
            }
            if (claim.clears(field)) {
                return united;
            }
        }
        return united;
    }

    /** How a source calls one value of a field whose values are united, to say that it is not so. */
    private static String one(String field, String name) {
        return field + "/" + name;
    }

    public static String one(Link link) {
        return one(LINKS, address(link));
    }

    public static String one(Identifier identifier) {
        return one(IDENTIFIERS, identifier.toString());
    }

    static String address(Link link) {
        return link.rel() + " " + link.url();
    }

    /** Whether no source gives the paper a title. */
    public boolean untitled() {
        return first(ranked(), "title", PaperFields::title) == null;
    }

    /**
     * The values to show: of each field the first value in the order of {@link #ranked()}. Where no source gives a
     * title, the most telling identifier stands in its place. Names are canonical.
     */
    public PaperFields shown() {
        var ranked = ranked();
        String title = first(ranked, "title", PaperFields::title);
        var identifiers = identifiers(ranked);
        Collection<Link> links =
                united(ranked, LINKS, PaperFields::links, Claims::address).values();
        return new PaperFields(
                title == null
                        ? Identifiers.strongest(identifiers)
                                .map(Identifier::toString)
                                .orElse(null)
                        : title,
                first(ranked, "shortName", PaperFields::shortName),
                firstList(ranked, "authors", PaperFields::authors),
                firstList(ranked, "institutions", PaperFields::institutions),
                first(ranked, "venue", PaperFields::venue),
                first(ranked, "year", PaperFields::year),
                first(ranked, "abstract", PaperFields::abstractText),
                List.copyOf(identifiers),
                List.copyOf(links),
                firstList(ranked, "keywords", PaperFields::keywords),
                first(ranked, "cover", PaperFields::cover),
                firstList(ranked, "baselines", PaperFields::baselines),
                first(ranked, "citation", PaperFields::citation),
                first(ranked, "path", PaperFields::path));
    }

    /** The first that is said, unless a source that comes before says that there is none. */
    private static <T> @Nullable T first(List<Claim> ranked, String name, Function<PaperFields, @Nullable T> field) {
        for (Claim claim : ranked) {
            T value = field.apply(claim.canonical());
            if (value != null || claim.clears(name)) {
                return value;
            }
        }
        return null;
    }

    private static <T> List<T> firstList(List<Claim> ranked, String name, Function<PaperFields, List<T>> field) {
        List<T> first = first(ranked, name, fields -> field.apply(fields).isEmpty() ? null : field.apply(fields));
        return first == null ? List.of() : first;
    }

    /**
     * What a maintainer said or approved last before everything else. Then records before citations, the submitters in
     * the order of their first word that was new, and of one submitter the newest first; submission ids settle the rest.
     */
    List<Claim> ranked() {
        var telling = telling();
        var submitters = telling.stream()
                .filter(claim -> !claim.isMaintainers())
                .map(claim -> claim.record().submitter())
                .distinct()
                .toList();
        var maintainers = telling.stream()
                .filter(Claim::isMaintainers)
                .sorted(comparing((Claim claim) -> claim.record().at())
                        .thenComparing(claim -> claim.record().submissionId())
                        .reversed());
        Comparator<SourceRecord> order = comparing(
                        (SourceRecord record) -> record.source().kind())
                .thenComparing(record -> submitters.indexOf(record.submitter()))
                .thenComparing(SourceRecord::at, Comparator.reverseOrder())
                .thenComparing(SourceRecord::submissionId);
        var others = telling.stream().filter(claim -> !claim.isMaintainers()).sorted(comparing(Claim::record, order));
        return Stream.concat(maintainers, others).toList();
    }

    /** Those that said something that nobody had said before; a word that came late is as if it had come in time. */
    private List<Claim> telling() {
        var telling = new ArrayList<Claim>();
        for (Claim claim : all) {
            if (claim.isMaintainers() || claim.isFile() || !allSaid(claim.canonical(), telling)) {
                telling.add(claim);
            }
        }
        return telling;
    }

    private static @Nullable Object unlessEmpty(List<?> list) {
        return list.isEmpty() ? null : list;
    }

    /** Whether a maintainer's word decides the field, so that what others say of it is no open question. */
    boolean isSettled(String name) {
        return all.stream()
                .filter(Claim::isMaintainers)
                .anyMatch(claim -> claim.clears(name) || gives(name, claim.fields()));
    }

    static @Nullable Object value(String name, PaperFields fields) {
        var field = WHOLE.get(name);
        return field == null ? null : field.apply(fields);
    }

    private static boolean gives(String name, PaperFields fields) {
        return switch (name) {
            case LINKS -> !fields.links().isEmpty();
            case IDENTIFIERS -> !fields.identifiers().isEmpty();
            default -> value(name, fields) != null;
        };
    }

    /** The fields on which sources disagree, but for those that a maintainer settled. */
    public List<Conflict> conflicts(Vocabulary vocabulary) {
        return Conflict.among(all, vocabulary).stream()
                .filter(conflict -> !isSettled(conflict.field()))
                .toList();
    }
}
