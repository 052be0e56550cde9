package io.paperpress.ingest.format;

import io.paperpress.common.events.PaperFields;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a reader would have one field of a listed paper say instead. */
public final class CorrectionReader {

    /**
     * A correction as it was read.
     *
     * @param paper the one field, with what was repaired in it
     * @param contact how to reach the reader
     */
    public record Correction(
            String paperId,
            PaperEntry paper,
            String reason,
            @Nullable String contact) {}

    /** What cannot be read of a correction, and where. */
    public static final class Unreadable extends RuntimeException {

        private final @Nullable String pointer;

        Unreadable(@Nullable String pointer, String message) {
            super(message);
            this.pointer = pointer;
        }

        public @Nullable String pointer() {
            return pointer;
        }

        public String message() {
            return String.valueOf(getMessage());
        }
    }

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_CONTACT = 320;

    private static final Set<String> MEMBERS = Set.of("paperId", "field", "value", "reason", "contact");
    private static final Set<String> LISTS = Set.of("authors", "institutions", "keywords", "baselines");

    private static final PaperFields NOTHING =
            JsonSubmission.entry(JsonNodeFactory.instance.objectNode()).fields();

    private CorrectionReader() {}

    /** @throws Unreadable where something is missing, too long or of the wrong kind */
    public static Correction read(String body) {
        try {
            JsonNode json = JsonItem.parse(body);
            var fields = new JsonFields(json, "");
            fields.warnOfOthersThan(MEMBERS);
            String field = fields.needed("field");
            if (!JsonSubmission.PAPER_FIELDS.contains(field)) {
                throw new Unreadable("/field", "A correction is of one of " + String.join(", ", sorted()) + ".");
            }
            return new Correction(
                    paperId(fields),
                    proposed(field, json.get("value")),
                    text(fields.needed("reason"), "/reason", LONGEST_REASON),
                    contact(fields));
        } catch (JacksonException broken) {
            throw new Unreadable(null, "The body is not JSON.");
        } catch (UnreadableField unreadable) {
            throw new Unreadable(unreadable.pointer(), String.valueOf(unreadable.getMessage()));
        }
    }

    private static Iterable<String> sorted() {
        return JsonSubmission.PAPER_FIELDS.stream().sorted().toList();
    }

    private static String paperId(JsonFields fields) {
        String paperId = fields.needed("paperId");
        if (!PaperIds.isPaperId(paperId)) {
            throw new Unreadable("/paperId", "Expected the id of a listed paper.");
        }
        return paperId;
    }

    /** The same reader as for submissions: what holds there holds here. */
    private static PaperEntry proposed(String field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            throw new Unreadable("/value", "This field is needed here.");
        }
        ObjectNode submission = JsonNodeFactory.instance.objectNode();
        submission.set(field, fromForm(field, value));
        try {
            var entry = JsonSubmission.entry(submission);
            if (entry.fields().equals(NOTHING)) {
                throw new Unreadable("/value", "The value is empty: values can be replaced, but not taken away.");
            }
            return entry;
        } catch (UnreadableField unreadable) {
            String pointer = String.valueOf(unreadable.pointer());
            throw new Unreadable(
                    "/value" + pointer.substring(Math.min(pointer.length(), field.length() + 1)),
                    String.valueOf(unreadable.getMessage()));
        }
    }

    /** A form knows only text. */
    private static JsonNode fromForm(String field, JsonNode value) {
        if (!value.isString()) {
            return value;
        }
        String text = value.stringValue().strip();
        if (LISTS.contains(field)) {
            return JsonNodeFactory.instance.arrayNode().add(text);
        }
        return field.equals("year") && text.matches("\\d{1,9}")
                ? JsonNodeFactory.instance.numberNode(Integer.parseInt(text))
                : value;
    }

    private static @Nullable String contact(JsonFields fields) {
        String contact = fields.text("contact");
        return contact == null ? null : text(contact, "/contact", LONGEST_CONTACT);
    }

    private static String text(String text, String pointer, int longest) {
        if (text.length() > longest) {
            throw new Unreadable(pointer, "The text is longer than %,d characters.".formatted(longest));
        }
        return text.strip();
    }
}
