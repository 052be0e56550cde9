package io.paperpress.catalog.paper;

import io.paperpress.common.events.Author;
import io.paperpress.common.events.NameKind;
import io.paperpress.common.events.PaperFields;
import io.paperpress.common.identity.NameFold;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The names of one paper in the form in which they are shown. */
public record ShownNames(Aliases aliases, String paperId) {

    /** Of a paper whose names are shown as they are. */
    public static final ShownNames AS_THEY_ARE = new ShownNames(Aliases.NONE, "");

    /** The same values under canonical names; what comes to one name is named once. */
    PaperFields of(PaperFields said) {
        if (aliases == Aliases.NONE) {
            return said;
        }
        return new PaperFields(
                said.title(),
                said.shortName(),
                authors(said.authors()),
                names(NameKind.INSTITUTION, said.institutions()),
                said.venue() == null ? null : name(NameKind.VENUE, said.venue()),
                said.year(),
                said.abstractText(),
                said.identifiers(),
                said.links(),
                names(NameKind.KEYWORD, said.keywords()),
                said.cover(),
                said.baselines(),
                said.citation(),
                said.path());
    }

    /** The names of all kinds that stand in the values, each as {@code kind:folded}. */
    public static Set<String> keys(Stream<PaperFields> values) {
        var keys = new LinkedHashSet<String>();
        values.forEach(said -> {
            said.authors().forEach(author -> keys.add(key(NameKind.AUTHOR, author.name())));
            said.institutions().forEach(name -> keys.add(key(NameKind.INSTITUTION, name)));
            said.keywords().forEach(name -> keys.add(key(NameKind.KEYWORD, name)));
            if (said.venue() != null) {
                keys.add(key(NameKind.VENUE, said.venue()));
            }
        });
        return keys;
    }

    /** By which papers are found that bear a name. */
    public static String key(NameKind kind, String name) {
        return kind.slug() + ":" + NameFold.of(name);
    }

    private String name(NameKind kind, String name) {
        return aliases.canonical(kind, name, null, paperId);
    }

    private List<String> names(NameKind kind, List<String> said) {
        return once(said, name -> name(kind, name), Function.identity());
    }

    private List<Author> authors(List<Author> said) {
        return once(said, author -> aliases.canonical(author, paperId), Author::name);
    }

    private static <T> List<T> once(List<T> said, UnaryOperator<T> canonical, Function<T, String> name) {
        var seen = new HashSet<String>();
        List<T> shown = said.stream()
                .map(canonical)
                .filter(value -> seen.add(name.apply(value)))
                .toList();
        return shown.equals(said) ? said : shown;
    }
}
