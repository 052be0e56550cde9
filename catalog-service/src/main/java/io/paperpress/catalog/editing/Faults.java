package io.paperpress.catalog.editing;

import io.paperpress.common.events.Remark;
import io.paperpress.common.web.ProblemException;
import io.paperpress.common.web.ProblemException.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with a body, each with its place; nothing is changed where there is anything. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    void add(String pointer, String message) {
        found.add(new Fault(pointer, null, message));
    }

    void addAll(List<Remark> remarks) {
        remarks.forEach(remark -> found.add(new Fault(remark.pointer(), null, remark.message())));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void refuseAny() {
        if (!found.isEmpty()) {
            throw refusal();
        }
    }

    ProblemException refusal() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-change",
                "The change is not in order",
                "Nothing was changed: " + found.getFirst().message(),
                found);
    }

    /** Names that nobody knows are mistakes, not things to pass over. */
    void allowOnly(Collection<String> known, JsonNode object, String pointer) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                add(pointer + "/" + escaped(name), "There is no such field here.");
            }
        }
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Text; {@code null} where it is absent, or no text, which is noted. */
    @Nullable
    String text(@Nullable JsonNode value, String pointer) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            add(pointer, "This must be text.");
            return null;
        }
        return value.asString();
    }

    /** The same, that must be there. */
    String needed(@Nullable JsonNode value, String pointer) {
        String text = text(value, pointer);
        if (text == null && (value == null || value.isNull())) {
            add(pointer, "This is needed.");
        }
        return text == null ? "" : text;
    }

    /** The elements; none where it is absent, or no array, which is noted. */
    List<JsonNode> elements(@Nullable JsonNode value, String pointer) {
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            add(pointer, "This must be an array.");
            return List.of();
        }
        var elements = new ArrayList<JsonNode>();
        value.forEach(elements::add);
        return elements;
    }

    /** Texts of an array. */
    List<String> texts(JsonNode value, String pointer) {
        var texts = new ArrayList<String>();
        var elements = elements(value, pointer);
        for (int i = 0; i < elements.size(); i++) {
            texts.add(needed(elements.get(i), pointer + "/" + i));
        }
        return texts;
    }

    /** Whether it is an object; noted where it is not. */
    boolean isObject(@Nullable JsonNode value, String pointer) {
        if (value == null || !value.isObject()) {
            add(pointer, "This must be an object.");
            return false;
        }
        return true;
    }
}
