package io.paperpress.common.testing;

import io.paperpress.common.events.KeywordChanged;
import io.paperpress.common.events.NameEvent;
import io.paperpress.common.events.VenueChanged;
import io.paperpress.common.messaging.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The words of {@code samples/vocabulary}, as the catalogue tells them when it begins. */
public final class SampleVocabulary {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");

    private SampleVocabulary() {}

    public static List<NameEvent> events() {
        var events = new ArrayList<NameEvent>(keywords());
        events.addAll(venues());
        return events;
    }

    public static List<KeywordChanged> keywords() {
        return words("keywords").stream()
                .map(word -> new KeywordChanged(
                        text(word, "id"),
                        1,
                        AT,
                        "first",
                        text(word, "label"),
                        word.get("order").asInt(),
                        null))
                .toList();
    }

    public static List<VenueChanged> venues() {
        return words("venues").stream()
                .map(word -> {
                    var phrases = new ArrayList<String>();
                    word.path("phrases").forEach(phrase -> phrases.add(phrase.asString()));
                    return new VenueChanged(
                            text(word, "name"),
                            1,
                            AT,
                            "first",
                            word.has("colour") ? text(word, "colour") : null,
                            text(word, "kind"),
                            phrases);
                })
                .toList();
    }

    private static String text(JsonNode word, String field) {
        return word.get(field).asString();
    }

    private static List<JsonNode> words(String name) {
        @Nullable String root = System.getProperty("paperpress.root");
        var file = Path.of(root == null ? ".." : root, "samples", "vocabulary", name + ".json");
        try {
            var words = new ArrayList<JsonNode>();
            EventJson.mapper().readTree(Files.readString(file)).get("words").forEach(words::add);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
