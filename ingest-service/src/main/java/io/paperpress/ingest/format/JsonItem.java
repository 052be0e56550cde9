package io.paperpress.ingest.format;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parses one element of a JSON body, and tells what is wrong where it is not JSON. */
final class JsonItem {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private JsonItem() {}

    /** @param entry reads the element; may throw {@link UnreadableField} */
    static void read(Line text, EntrySink sink, Function<JsonNode, PaperEntry> entry) {
        if (text.fault() != null) {
            sink.refused(new Refusal(text.number(), null, "This entry is " + text.fault() + "."));
            return;
        }
        PaperEntry paper;
        try {
            paper = entry.apply(JSON.readTree(text.text()));
        } catch (JacksonException broken) {
            sink.refused(new Refusal(lineOf(broken, text), null, "This entry is not JSON: " + messageOf(broken)));
            return;
        } catch (UnreadableField unreadable) {
            sink.refused(new Refusal(text.number(), unreadable.pointer(), unreadable.getMessage()));
            return;
        }
        sink.paper(paper);
    }

    private static int lineOf(JacksonException broken, Line text) {
        var location = broken.getLocation();
        return location == null ? text.number() : text.number() + Math.max(1, location.getLineNr()) - 1;
    }

    private static String messageOf(JacksonException broken) {
        @Nullable String message = broken.getOriginalMessage();
        return message == null ? "it breaks off" : message.replaceAll("\\s*\\n\\s*", " ");
    }
}
