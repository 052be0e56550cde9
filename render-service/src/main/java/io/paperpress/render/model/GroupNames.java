package io.paperpress.render.model;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives every name of a facet its address, once and for ever: the first of two names that fold alike gets the plain slug. */
@Component
class GroupNames {

    /** A name of a facet. */
    record GroupName(Facet facet, String name) {}

    private record Row(String facet, String slug, String name) {}

    private final JdbcClient jdbc;
    private final Json json;

    GroupNames(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Slugs of all the names; new names are kept. Call inside the writing transaction. */
    Map<GroupName, String> slugs(Collection<GroupName> names) {
        var wanted = names.stream().distinct().toList();
        var slugs = known(wanted);
        var missing = wanted.stream().filter(name -> !slugs.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            var added = assign(missing);
            jdbc.sql("""
                            insert into shelf (facet, slug, name)
                            select facet, slug, name
                            from jsonb_to_recordset(cast(:rows as jsonb)) as r(facet text, slug text, name text)
                            """).param("rows", json.rows(added)).update();
            added.forEach(row -> slugs.put(new GroupName(Facet.valueOf(row.facet()), row.name()), row.slug()));
        }
        return slugs;
    }

    private Map<GroupName, String> known(List<GroupName> names) {
        var known = new HashMap<GroupName, String>();
        jdbc.sql("""
                        select facet, slug, name from shelf
                        join jsonb_to_recordset(cast(:names as jsonb)) as r(facet text, name text) using (facet, name)
                        """)
                .param("names", json.rows(names))
                .query((rs, n) -> new Row(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list()
                .forEach(row -> known.put(new GroupName(Facet.valueOf(row.facet()), row.name()), row.slug()));
        return known;
    }

    private List<Row> assign(List<GroupName> missing) {
        var plain = missing.stream()
                .map(name -> new Row(name.facet().name(), Slugs.of(name.name()), name.name()))
                .toList();
        Set<Map.Entry<String, String>> taken = new HashSet<>(taken(plain));
        var rows = new ArrayList<Row>();
        for (var row : plain) {
            var isFree = taken.add(Map.entry(row.facet(), row.slug()));
            rows.add(isFree ? row : new Row(row.facet(), Slugs.distinct(row.name()), row.name()));
        }
        return rows;
    }

    private Set<Map.Entry<String, String>> taken(List<Row> wanted) {
        return jdbc
                .sql("""
                        select distinct facet, slug from shelf
                        join jsonb_to_recordset(cast(:rows as jsonb)) as r(facet text, slug text) using (facet, slug)
                        """)
                .param("rows", json.rows(wanted))
                .query((rs, n) -> Map.entry(rs.getString(1), rs.getString(2)))
                .list()
                .stream()
                .collect(toSet());
    }
}
