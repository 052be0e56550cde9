package io.paperpress.search.language;

import java.util.List;

/**
 * A query as it was understood.
 *
 * @param clauses all of which must hold; empty where nothing was typed that could be searched for
 * @param warnings what was not understood as it may have been meant, for the reader
 */
public record ParsedQuery(List<Clause> clauses, List<String> warnings) {

    public ParsedQuery {
        clauses = List.copyOf(clauses);
        warnings = List.copyOf(warnings);
    }
}
