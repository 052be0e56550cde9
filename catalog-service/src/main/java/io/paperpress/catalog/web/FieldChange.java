package io.paperpress.catalog.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.paperpress.common.events.PaperFields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A field that is shown otherwise than before.
 *
 * @param before {@code null} where it had no value
 * @param after {@code null} where it has none any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(
        String field, @Nullable JsonNode before, @Nullable JsonNode after) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A value that somebody gives and that is not the one shown.
     *
     * @param shown another source's value, by the rule of data-model.md
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Claimed(
            String field, JsonNode value, @Nullable JsonNode shown) {}

    public static List<FieldChange> between(@Nullable PaperFields before, PaperFields after) {
        var then = before == null ? JSON.createObjectNode() : tree(before);
        var now = tree(after);
        var changes = new ArrayList<FieldChange>();
        for (var component : FieldsView.class.getRecordComponents()) {
            String field = name(component.getName());
            JsonNode old = value(then, field);
            JsonNode fresh = value(now, field);
            if (old == null ? fresh != null : !old.equals(fresh)) {
                changes.add(new FieldChange(field, old, fresh));
            }
        }
        return changes;
    }

    /** What is said of the fields of which one source's value is shown as a whole, and another's is shown. */
    public static List<Claimed> notShown(PaperFields said, PaperFields shown) {
        var given = tree(said);
        var now = tree(shown);
        var claimed = new ArrayList<Claimed>();
        for (var component : FieldsView.class.getRecordComponents()) {
            String field = name(component.getName());
            JsonNode value = value(given, field);
            boolean isWhole = !field.equals("identifiers") && !field.equals("links");
            if (isWhole && value != null && !value.equals(value(now, field))) {
                claimed.add(new Claimed(field, value, value(now, field)));
            }
        }
        return claimed;
    }

    private static JsonNode tree(PaperFields fields) {
        return JSON.valueToTree(FieldsView.of(fields));
    }

    private static String name(String component) {
        return component.equals("abstractText") ? "abstract" : component;
    }

    private static @Nullable JsonNode value(JsonNode fields, String field) {
        JsonNode value = fields.get(field);
        return value == null || value.isNull() || (value.isContainer() && value.isEmpty()) ? null : value;
    }
}
