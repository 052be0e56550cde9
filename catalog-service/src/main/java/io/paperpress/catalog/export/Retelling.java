package io.paperpress.catalog.export;

import io.paperpress.common.messaging.OutgoingEvent;
import java.util.List;
import java.util.function.Consumer;

/** Says again what every consumer of one kind of events has to know: after a catalogue was restored, they know nothing. */
public interface Retelling {

    /** @param told takes some events at a time, so that no more than those need to be in memory */
    void retell(Consumer<List<OutgoingEvent>> told);
}
