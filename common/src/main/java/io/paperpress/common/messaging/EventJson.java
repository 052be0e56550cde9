package io.paperpress.common.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * How events are written and read, wherever they are kept: Kafka, the outbox, a service's own {@code jsonb} columns.
 *
 * <p>Times are ISO 8601; absent text and empty lists are left out, empty text is not; unknown fields are ignored, so
 * that a contract may grow.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
            .withConfigOverride(
                    List.class,
                    override -> override.setInclude(JsonInclude.Value.construct(Include.NON_EMPTY, Include.NON_NULL)))
            .build();

    private EventJson() {}

    /** The one mapper; it may be shared by all threads. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
