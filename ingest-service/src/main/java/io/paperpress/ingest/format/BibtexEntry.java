package io.paperpress.ingest.format;

import io.paperpress.common.events.Remark;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One parsed entry, its values still LaTeX.
 *
 * @param key as its author calls it; empty where it has none
 * @param fields by name in lower case; of one that stands twice the first
 */
record BibtexEntry(int line, String type, String key, Map<String, String> fields, List<Remark> warnings) {

    @Nullable
    String field(String name) {
        String value = fields.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** Keys differ by more than case. */
    String foldedKey() {
        return key.toLowerCase(Locale.ROOT);
    }

    /** About how many bytes it takes to keep it. */
    int size() {
        int size = 256 + 2 * key.length();
        for (var field : fields.entrySet()) {
            size += 128 + 2 * (field.getKey().length() + field.getValue().length());
        }
        return size;
    }
}
