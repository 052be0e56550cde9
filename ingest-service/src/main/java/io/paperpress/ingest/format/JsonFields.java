package io.paperpress.ingest.format;

import io.paperpress.common.events.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object. A field that is null or blank is absent; one of another type cannot be read. */
final class JsonFields {

    /** More would say no more, and an event has to stay small. */
    private static final int MOST_WARNINGS = 20;

    private static final int LONGEST_POINTER = 200;

    private final JsonNode json;
    private final String pointer;
    private final List<Remark> warnings;

    JsonFields(JsonNode json, String pointer) {
        this(json, pointer, new ArrayList<>());
    }

    private JsonFields(JsonNode json, String pointer, List<Remark> warnings) {
        if (!json.isObject()) {
            throw new UnreadableField(pointer, "Expected an object, found %s.".formatted(kind(json)));
        }
        this.json = json;
        this.pointer = pointer;
        this.warnings = warnings;
    }

    boolean has(String name) {
        return present(name) != null;
    }

    List<String> names() {
        var names = List.copyOf(json.propertyNames());
        if (!names.stream().allMatch(Quote::isShown)) {
            throw new UnreadableField(pointer, "The name of a field holds a control character, or is no Unicode text.");
        }
        return names;
    }

    @Nullable
    String text(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return null;
        }
        String text = textOf(value, at(name));
        return text.isBlank() ? null : text;
    }

    String needed(String name) {
        String text = text(name);
        if (text == null) {
            throw new UnreadableField(at(name), "This field is needed here.");
        }
        return text;
    }

    @Nullable
    Integer number(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new UnreadableField(at(name), "Expected a whole number, found %s.".formatted(kind(value)));
        }
        return value.intValue();
    }

    @Nullable
    JsonFields object(String name) {
        JsonNode value = present(name);
        return value == null ? null : new JsonFields(value, at(name), warnings);
    }

    List<Item> list(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new UnreadableField(at(name), "Expected an array, found %s.".formatted(kind(value)));
        }
        var items = new ArrayList<Item>();
        for (JsonNode item : value) {
            items.add(new Item(item, at(name) + "/" + items.size()));
        }
        return List.copyOf(items);
    }

    void warnOfOthersThan(Set<String> known) {
        names().stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        warn(at(name), "The field %s is not known and was left out.".formatted(Quote.of(name))));
    }

    void warn(String at, String message) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(new Remark(shown(at), message));
        }
    }

    /** @return {@code null} for a pointer that is too long, or of odd characters, to be told */
    static @Nullable String shown(String pointer) {
        return pointer.length() <= LONGEST_POINTER && Quote.isShown(pointer) ? pointer : null;
    }

    List<Remark> warnings() {
        return List.copyOf(warnings);
    }

    /** One element of an array. */
    final class Item {

        private final JsonNode value;
        private final String pointer;

        private Item(JsonNode value, String pointer) {
            this.value = value;
            this.pointer = pointer;
        }

        String pointer() {
            return pointer;
        }

        boolean isText() {
            return value.isString();
        }

        String text() {
            return textOf(value, pointer);
        }

        JsonFields object() {
            return new JsonFields(value, pointer, warnings);
        }
    }

    private @Nullable JsonNode present(String name) {
        JsonNode value = json.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Neither can be stored: U+0000 in PostgreSQL, half a surrogate pair in UTF-8. */
    static String textOf(JsonNode value, String at) {
        if (!value.isString()) {
            throw new UnreadableField(at, "Expected text, found %s.".formatted(kind(value)));
        }
        String text = value.stringValue();
        boolean valid =
                text.codePoints().allMatch(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE));
        if (!valid) {
            throw new UnreadableField(
                    at, "This text holds U+0000 or half a surrogate pair, which is no valid Unicode text.");
        }
        return text;
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "text";
            case NUMBER -> value.isIntegralNumber() ? "a number too large" : "a number with a fraction";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "nothing";
            case BINARY, POJO -> "something else";
        };
    }
}
