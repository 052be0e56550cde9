package io.paperpress.render.model;

import java.util.Collection;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON: in columns, and as whole tables that go to PostgreSQL in one parameter. */
@Component
public final class Json {

    private final JsonMapper mapper;

    public Json(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** One parameter for {@code jsonb_to_recordset}. */
    public String rows(Collection<?> records) {
        return write(records);
    }

    /** PostgreSQL's jsonb cannot hold the NUL character; no name or title needs it. */
    public String write(Object value) {
        return mapper.writeValueAsString(value).replace("\\u0000", "");
    }

    public <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }
}
