package io.paperpress.catalog.store;

import static java.util.stream.Collectors.toSet;

import io.paperpress.common.identity.NameFold;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wrote the listed papers, as they are shown. */
@Repository
public class Bylines {

    private record Byline(String name, String orcid) {}

    private final JdbcClient db;

    Bylines(JdbcClient db) {
        this.db = db;
    }

    /** The ORCIDs that bylines give with a name. */
    public Set<String> orcids(String key, String folded) {
        return db
                .sql("""
                        SELECT DISTINCT author ->> 'name' AS name, author ->> 'orcid' AS orcid
                        FROM paper_names JOIN paper USING (paper_id),
                             jsonb_array_elements(state -> 'paper' -> 'authors') AS author
                        WHERE names @> ARRAY[:key]::text[] AND author ->> 'orcid' IS NOT NULL
                        """)
                .param("key", key)
                .query((row, _) -> new Byline(row.getString("name"), row.getString("orcid")))
                .list()
                .stream()
                .filter(byline -> NameFold.of(byline.name()).equals(folded))
                .map(Byline::orcid)
                .collect(toSet());
    }
}
