package io.paperpress.common.messaging;

import java.time.Instant;

/**
 * An event ready for the broker, as it also stands in the outbox.
 *
 * @param id {@code ce_id}, made once, so that an event sent twice can be recognised
 * @param traceparent W3C trace context of the work that made the event
 * @param body JSON
 */
record EncodedEvent(String topic, String key, String id, String type, Instant time, String traceparent, String body) {}
