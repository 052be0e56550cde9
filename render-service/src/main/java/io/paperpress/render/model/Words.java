package io.paperpress.render.model;

import io.paperpress.common.events.KeywordChanged;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.VenueChanged;
import io.paperpress.render.model.Keywords.Keyword;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words of the vocabularies, as topic {@code names} told them last. */
@Component
public class Words {

    private final JdbcClient jdbc;

    Words(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are newer than what is known; they are known from now on. Call inside the writing transaction. */
    public List<NameEvent> newer(Collection<NameEvent> told) {
        var newer = new ArrayList<NameEvent>();
        for (var event : told) {
            boolean isNewer = jdbc.sql("""
                            insert into name (key, revision) values (:key, :revision)
                            on conflict (key) do update set revision = excluded.revision
                            where name.revision < excluded.revision
                            """)
                            .param("key", event.key())
                            .param("revision", event.revision())
                            .update()
                    > 0;
            if (isNewer) {
                newer.add(event);
            }
        }
        return newer;
    }

    /** Whether pages show something else of the keyword now. */
    public boolean store(KeywordChanged keyword) {
        var label = keyword.label();
        if (label == null) {
            return jdbc.sql("delete from keyword where id = :id")
                            .param("id", keyword.id())
                            .update()
                    > 0;
        }
        return jdbc.sql("""
                        insert into keyword (id, label, position) values (:id, :label, :position)
                        on conflict (id) do update set label = excluded.label, position = excluded.position
                        where (keyword.label, keyword.position) <> (excluded.label, excluded.position)
                        """)
                        .param("id", keyword.id())
                        .param("label", label)
                        .param("position", keyword.order())
                        .update()
                > 0;
    }

    /** Whether pages show the venue in another colour now. */
    public boolean store(VenueChanged venue) {
        var colour = venue.isGone() ? null : venue.colour();
        if (colour == null) {
            return jdbc.sql("delete from venue where name = :name")
                            .param("name", venue.name())
                            .update()
                    > 0;
        }
        return jdbc.sql("""
                        insert into venue (name, colour) values (:name, :colour)
                        on conflict (name) do update set colour = excluded.colour
                        where venue.colour <> excluded.colour
                        """).param("name", venue.name()).param("colour", colour).update() > 0;
    }

    public Keywords keywords() {
        return keywords(jdbc);
    }

    static Keywords keywords(JdbcClient jdbc) {
        var known = new HashMap<String, Keyword>();
        jdbc.sql("select id, position, label from keyword")
                .query((rs, n) -> new Keyword(rs.getString(1), rs.getInt(2), Objects.requireNonNull(rs.getString(3))))
                .list()
                .forEach(keyword -> known.put(keyword.id(), keyword));
        return new Keywords(known);
    }

    /** Colours of venues, by name. */
    public Map<String, String> colours() {
        return colours(jdbc);
    }

    static Map<String, String> colours(JdbcClient jdbc) {
        var colours = new java.util.LinkedHashMap<String, String>();
        jdbc.sql("select name, colour from venue order by name collate \"C\"").query(rs -> {
            colours.put(rs.getString(1), rs.getString(2));
        });
        return colours;
    }
}
