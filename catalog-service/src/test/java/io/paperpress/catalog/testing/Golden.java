package io.paperpress.catalog.testing;

import io.paperpress.common.events.ListSubmitted;
import io.paperpress.common.events.PaperSubmitted;
import io.paperpress.common.events.RevisionSubmitted;
import io.paperpress.common.events.SubmissionEvent;
import io.paperpress.common.messaging.EventJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The two sample lists as ingest-service reads them. Papers of one page that have one title share what identifiers the
 * page gives any of them.
 */
public final class Golden {

    private Golden() {}

    /** A page of an EfficientPaper catalogue: 295 papers. */
    public static List<SubmissionEvent> efficientPapers() {
        return read("efficient-papers");
    }

    /** A course's reading list: 92 papers, 84 works, and the list after them. */
    public static List<SubmissionEvent> materials() {
        return read("materials");
    }

    /** The same page submitted again, as another batch; its papers a day later. */
    public static List<SubmissionEvent> again(List<SubmissionEvent> events) {
        return events.stream().map(Golden::again).toList();
    }

    private static SubmissionEvent again(SubmissionEvent event) {
        String json = EventJson.mapper()
                .writeValueAsString(event)
                .replace("\"eff", "\"EFF")
                .replace("\"mat0", "\"MAT0")
                .replace("\"matlist", "\"MATlist")
                .replaceFirst("\"batchId\":\"([^\"]+)\"", "\"batchId\":\"$1-again\"");
        return switch (event) {
            case PaperSubmitted _ -> later(EventJson.mapper().readValue(json, PaperSubmitted.class));
            case ListSubmitted _ -> EventJson.mapper().readValue(json, ListSubmitted.class);
            case RevisionSubmitted _ -> EventJson.mapper().readValue(json, RevisionSubmitted.class);
        };
    }

    private static PaperSubmitted later(PaperSubmitted paper) {
        return new PaperSubmitted(
                paper.submissionId(),
                paper.batchId(),
                paper.submitter(),
                paper.submittedAt().plus(Duration.ofDays(1)),
                paper.source(),
                paper.paper(),
                paper.placements(),
                paper.warnings());
    }

    private static List<SubmissionEvent> read(String name) {
        var stream = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name + ".ndjson"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().map(Golden::event).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SubmissionEvent event(String line) {
        JsonNode node = EventJson.mapper().readTree(line);
        var type = node.get("type").asString().equals("list") ? ListSubmitted.class : PaperSubmitted.class;
        return EventJson.mapper().treeToValue(node.get("event"), type);
    }
}
