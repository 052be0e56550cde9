package io.paperpress.catalog.editing;

import io.paperpress.catalog.paper.Action;
import io.paperpress.common.identity.RandomIds;
import org.jspecify.annotations.Nullable;

/**
 * Something a maintainer does.
 *
 * @param id stands where a submission's id stands else
 * @param by subject of the token
 */
record Change(String id, Action action, String by, @Nullable String reason) {

    static Change of(Action action, String by, @Nullable String reason) {
        return new Change(RandomIds.next(), action, by, reason);
    }
}
