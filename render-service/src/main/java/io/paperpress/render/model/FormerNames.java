package io.paperpress.render.model;

import io.paperpress.common.events.AliasChanged;
import io.paperpress.common.events.ScopedName;
import io.paperpress.common.identity.NameFold;
import io.paperpress.render.model.GroupNames.GroupName;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the group of a name that is an alias is to be found now. */
@Component
public class FormerNames {

    private record Target(@Nullable String canonical, List<String> scoped) {

        /** Where several bear the name, there is no one place to go to. */
        @Nullable
        String only() {
            var all = Stream.concat(Stream.ofNullable(canonical), scoped.stream())
                    .distinct()
                    .toList();
            return all.size() == 1 ? all.getFirst() : canonical;
        }
    }

    private final JdbcClient jdbc;
    private final GroupNames names;

    FormerNames(JdbcClient jdbc, GroupNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /**
     * Remembers an alias. Its name has an address from now on, as though it had once had a page: a site that is built
     * anew knows the old addresses too. Call inside the writing transaction.
     */
    public void store(AliasChanged alias) {
        var facet = facet(alias);
        if (alias.isGone()) {
            jdbc.sql("delete from alias where facet = :facet and folded = :folded")
                    .param("facet", facet.name())
                    .param("folded", alias.folded())
                    .update();
            return;
        }
        names.slugs(List.of(new GroupName(facet, Folding.tidy(alias.name()))));
        jdbc.sql("""
                        insert into alias (facet, folded, canonical, scoped)
                        values (:facet, :folded, :canonical, :scoped)
                        on conflict (facet, folded) do update
                            set canonical = excluded.canonical, scoped = excluded.scoped
                        """)
                .param("facet", facet.name())
                .param("folded", alias.folded())
                .param("canonical", alias.canonical())
                .param(
                        "scoped",
                        alias.scoped().stream().map(ScopedName::canonical).toArray(String[]::new))
                .update();
    }

    private static Facet facet(AliasChanged alias) {
        return switch (alias.kind()) {
            case INSTITUTION -> Facet.INSTITUTION;
            case AUTHOR -> Facet.AUTHOR;
            case VENUE -> Facet.VENUE;
            case KEYWORD -> Facet.KEYWORD;
        };
    }

    /** The slug of the group that an address of a former name leads to; {@code null} where it leads nowhere. */
    public @Nullable String now(Facet facet, String slug) {
        var name = jdbc.sql("select name from shelf where facet = :facet and slug = :slug")
                .param("facet", facet.name())
                .param("slug", slug)
                .query(String.class)
                .optional()
                .orElse(null);
        return name == null ? null : live(facet, canonical(facet, name), slug);
    }

    private String canonical(Facet facet, String name) {
        var now = name;
        var seen = new HashSet<String>();
        while (true) {
            var folded = NameFold.of(now);
            var next = seen.add(folded) ? target(facet, folded) : null;
            if (next == null) {
                return now;
            }
            now = next;
            if (NameFold.of(now).equals(folded)) {
                return now;
            }
        }
    }

    private @Nullable String target(Facet facet, String folded) {
        return jdbc.sql("select canonical, scoped from alias where facet = :facet and folded = :folded")
                .param("facet", facet.name())
                .param("folded", folded)
                .query((rs, n) -> new Target(
                        rs.getString(1), List.of((String[]) rs.getArray(2).getArray())))
                .optional()
                .map(Target::only)
                .orElse(null);
    }

    private @Nullable String live(Facet facet, String name, String former) {
        return jdbc.sql("""
                        select slug from shelf
                        where facet = :facet and name = :name and papers > 0 and slug <> :former
                        """)
                .param("facet", facet.name())
                .param("name", Folding.tidy(name))
                .param("former", former)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}
