package io.paperpress.catalog.editing;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A merge patch of a paper (RFC 7396), read.
 *
 * @param named fields that it names
 * @param values what it gives them; nothing where it takes their values away
 * @param schemes identifiers by each scheme that it names; none where it takes those away
 */
record PaperPatch(Set<String> named, PaperFields values, Map<String, List<Identifier>> schemes) {

    boolean names(String field) {
        return named.contains(field);
    }
}
