package io.paperpress.catalog.store;

import static io.paperpress.catalog.store.Json.column;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The vocabularies as a maintainer keeps them. */
@Repository
public class Words {

    /** @param order its place, from 1 */
    public record Keyword(
            String id, String label, int order, @Nullable String parent) {}

    /**
     * @param colour six hexadecimal digits
     * @param phrases parts of its long names, in lower case
     */
    public record Venue(String name, @Nullable String colour, String kind, List<String> phrases) {

        public Venue {
            phrases = List.copyOf(phrases);
        }
    }

    private record Phrase(String phrase, String venue) {}

    private final JdbcClient db;

    Words(JdbcClient db) {
        this.db = db;
    }

    /** In their order. */
    public List<Keyword> keywords() {
        return db.sql("SELECT * FROM keyword ORDER BY position, keyword_id")
                .query((row, _) -> new Keyword(
                        row.getString("keyword_id"),
                        row.getString("label"),
                        row.getInt("position"),
                        row.getString("parent")))
                .list();
    }

    /** By name. */
    public List<Venue> venues() {
        Map<String, List<String>> phrases = db
                .sql("SELECT phrase, venue FROM venue_alias ORDER BY phrase")
                .query((row, _) -> new Phrase(row.getString("phrase"), row.getString("venue")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Phrase::venue, Collectors.mapping(Phrase::phrase, Collectors.toList())));
        return db.sql("SELECT * FROM venue ORDER BY lower(name), name")
                .query((row, _) -> new Venue(
                        row.getString("name"),
                        row.getString("colour"),
                        row.getString("kind"),
                        phrases.getOrDefault(row.getString("name"), List.of())))
                .list();
    }

    public void replaceKeywords(List<Keyword> keywords) {
        db.sql("DELETE FROM keyword").update();
        db.sql("""
                INSERT INTO keyword (keyword_id, label, position, parent)
                SELECT id, label, position::integer, parent
                FROM unnest(:ids, :labels, :positions, :parents) AS k (id, label, position, parent)
                """)
                .param("ids", column(keywords, Keyword::id))
                .param("labels", column(keywords, Keyword::label))
                .param("positions", column(keywords, Keyword::order))
                .param("parents", column(keywords, Keyword::parent))
                .update();
    }

    public void replaceVenues(List<Venue> venues) {
        db.sql("DELETE FROM venue_alias").update();
        db.sql("DELETE FROM venue").update();
        db.sql("""
                INSERT INTO venue (name, colour, kind)
                SELECT * FROM unnest(:names, :colours, :kinds) AS v (name, colour, kind)
                """)
                .param("names", column(venues, Venue::name))
                .param("colours", column(venues, Venue::colour))
                .param("kinds", column(venues, Venue::kind))
                .update();
        var phrases = venues.stream()
                .flatMap(venue -> venue.phrases().stream().map(phrase -> new Phrase(phrase, venue.name())))
                .toList();
        db.sql("INSERT INTO venue_alias (phrase, venue) SELECT * FROM unnest(:phrases, :venues) AS p (phrase, venue)")
                .param("phrases", column(phrases, Phrase::phrase))
                .param("venues", column(phrases, Phrase::venue))
                .update();
    }
}
