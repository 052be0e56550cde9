package io.paperpress.render.web;

import io.paperpress.render.model.Facet;
import io.paperpress.render.model.FormerNames;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Finds the page of a group that has another name now; without the database nothing is known of that. */
@Component
class FormerGroups {

    private static final Logger log = LoggerFactory.getLogger(FormerGroups.class);

    private static final Pattern ADDRESS = Pattern.compile("/([a-z]+)/([a-z0-9-]{1,120})(?:/(.*))?");

    private final FormerNames names;

    FormerGroups(FormerNames names) {
        this.names = names;
    }

    /**
     * The address to go to; {@code null} where there is none. What stood below the former page is looked for below the
     * new one, and stands for the new one where it is not there.
     */
    @Nullable
    String now(String path, Predicate<String> isThere) {
        var address = ADDRESS.matcher(path);
        var facet = address.matches() ? facet(address.group(1)) : null;
        if (facet == null) {
            return null;
        }
        var slug = slug(facet, address.group(2));
        if (slug == null) {
            return null;
        }
        var group = "/" + facet.segment() + "/" + slug + "/";
        var below = address.group(3);
        return below != null && !below.isEmpty() && isThere.test(group + below) ? group + below : group;
    }

    private @Nullable String slug(Facet facet, String former) {
        try {
            return names.now(facet, former);
        } catch (DataAccessException e) {
            log.debug("It is not known now whether {} has another name", former, e);
            return null;
        }
    }

    private static @Nullable Facet facet(String segment) {
        for (var facet : Facet.values()) {
            if (facet != Facet.YEAR && facet.segment().equals(segment)) {
                return facet;
            }
        }
        return null;
    }
}
