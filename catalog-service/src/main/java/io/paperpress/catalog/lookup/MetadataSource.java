package io.paperpress.catalog.lookup;

import io.paperpress.common.events.Identifier;
import io.paperpress.common.events.PaperFields;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A registry that knows works by an identifier: how to ask it, and how to read what it answers. */
interface MetadataSource {

    /** As it stands in the source key of what it says: {@code registry:<name>}. */
    String name();

    /** Whether it can be asked for this identifier. */
    boolean knows(Identifier identifier);

    /** How many identifiers one question may name. */
    int atOnce();

    /** Shortest time between two questions. */
    Duration pause();

    /** The question. */
    URI question(List<Identifier> identifiers);

    /**
     * Reads an answer.
     *
     * @return what it says of each identifier that it knows; works without a title are left out
     * @throws UnreadableAnswer when it is not what the registry is known to answer
     */
    Map<Identifier, PaperFields> read(byte[] answer, Collection<Identifier> asked);
}
