package io.paperpress.ingest.format;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parses one element of a JSON body, and tells what is wrong where it is not JSON. */
final class JsonItem {

    /** Far more than an entry needs, and little enough for a stack. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private JsonItem() {}

    static JsonNode parse(String text) {
        return JSON.readTree(text);
    }

    /** @param entry reads the element; may throw {@link UnreadableField} */
    static void read(Line text, EntrySink sink, Function<JsonNode, PaperEntry> entry) {
        if (text.fault() != null) {
            sink.refused(new Refusal(text.number(), null, "This entry is " + text.fault() + "."));
            return;
        }
        PaperEntry paper;
        try {
            paper = entry.apply(JSON.readTree(text.text()));
        } catch (StreamConstraintsException tooMuch) {
            sink.refused(new Refusal(
                    lineOf(tooMuch, text),
                    null,
                    "This entry is nested deeper, or holds a longer number or name, than any submission may."));
            return;
        } catch (JacksonException broken) {
            sink.refused(new Refusal(lineOf(broken, text), null, "This entry is not JSON: " + messageOf(broken)));
            return;
        } catch (UnreadableField unreadable) {
            sink.refused(new Refusal(text.number(), JsonFields.shown(unreadable.pointer()), unreadable.getMessage()));
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
        return message == null ? "it breaks off" : Quote.shown(message);
    }
}
