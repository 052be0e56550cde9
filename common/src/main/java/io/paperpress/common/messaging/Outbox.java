package io.paperpress.common.messaging;

import java.util.List;

/** Events that leave exactly when the transaction they were written in commits. */
public interface Outbox {

    /** Must be called inside a transaction. */
    void append(List<OutgoingEvent> events);
}
