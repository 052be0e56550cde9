package io.paperpress.catalog.curation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call that settles a finding, to be sent as it stands.
 *
 * @param label what it does, for a person who chooses
 * @param headers beside token and content type
 * @param body JSON
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Fix(
        String label,
        String method,
        String path,
        Map<String, String> headers,
        @Nullable Object body) {

    static Fix post(String label, String path, Object body) {
        return new Fix(label, "POST", path, Map.of(), body);
    }

    static Fix put(String label, String path, Object body) {
        return new Fix(label, "PUT", path, Map.of(), body);
    }

    /** @param revision the one that the fix was made for; of a newer one it is refused */
    static Fix patch(String label, String paperId, long revision, Map<String, ?> body) {
        return new Fix(
                label,
                "PATCH",
                "/api/papers/" + paperId,
                Map.of("If-Match", "\"" + revision + "\"", "Content-Type", "application/merge-patch+json"),
                body);
    }
}
