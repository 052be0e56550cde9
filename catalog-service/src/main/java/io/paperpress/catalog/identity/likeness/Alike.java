package io.paperpress.catalog.identity.likeness;

import java.util.List;

/**
 * How much speaks for two works' being one.
 *
 * @param score from 0 to 1
 * @param reasons what speaks for it, and what against; one sentence each
 */
public record Alike(double score, List<String> reasons) {

    public Alike {
        reasons = List.copyOf(reasons);
    }
}
