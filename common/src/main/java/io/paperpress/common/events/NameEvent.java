package io.paperpress.common.events;

import java.time.Instant;

/**
 * What is known of one name: topic {@code names}, compacted by {@link #key()}. It carries the full state; what is no
 * more is told as well, so that a consumer forgets it.
 */
public sealed interface NameEvent extends Event permits AliasChanged, KeywordChanged, VenueChanged {

    /** {@code alias:<kind>:<folded name>}, {@code keyword:<id>} or {@code venue:<name>}. */
    String key();

    /** Rises with every change under the key; a consumer ignores one that is not newer than its own. */
    long revision();

    /** When a person changed it; of the words that the catalogue begins with, when it took them in. */
    Instant changedAt();

    /** Whether the key stands for nothing any more. */
    boolean isGone();
}
