package io.paperpress.ingest.format;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Which kind of JSON a text begins: submissions, submissions a line, or items of the Citation Style Language. */
final class JsonKind {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Set<String> OF_SUBMISSIONS = Set.of(
            "shortName",
            "authors",
            "institutions",
            "venue",
            "year",
            "identifiers",
            "links",
            "keywords",
            "cover",
            "baselines",
            "citation",
            "path",
            "placements",
            "revises");

    private static final Set<String> OF_CSL = Set.of(
            "type",
            "author",
            "issued",
            "container-title",
            "DOI",
            "URL",
            "ISSN",
            "ISBN",
            "citation-key",
            "event-title",
            "publisher",
            "page",
            "collection-title",
            "editor");

    private final Set<String> names = new HashSet<>();
    private boolean inArray;
    private boolean onOneLine = true;

    private JsonKind() {}

    static boolean isJson(String start) {
        String next = start.length() > 1 ? start.substring(1).stripLeading() : "";
        return start.charAt(0) == '{'
                || (start.charAt(0) == '[' && (next.isEmpty() || "{]\"".indexOf(next.charAt(0)) >= 0));
    }

    /** @param start the text from its first bracket on, which may break off; blank where there is none */
    static String of(String start) {
        var kind = new JsonKind();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), start)) {
            kind.look(parser);
        } catch (JacksonException broken) {
            // what was seen before tells enough
        }
        if (kind.names.stream().anyMatch(OF_CSL::contains)
                && kind.names.stream().noneMatch(OF_SUBMISSIONS::contains)) {
            return "application/vnd.citationstyles.csl+json";
        }
        boolean lines = !kind.inArray && kind.onOneLine && start.strip().indexOf('\n') >= 0;
        return lines ? "application/x-ndjson" : "application/json";
    }

    /** At the first object: its names, and whether it ends on the line on which it starts. */
    private void look(JsonParser parser) {
        int depth = 0;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            onOneLine &= parser.currentTokenLocation().getLineNr() == 1;
            if (token == JsonToken.START_ARRAY && depth == 0 && !inArray) {
                inArray = true;
            } else if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                depth++;
            } else if (token == JsonToken.PROPERTY_NAME && depth == 1) {
                names.add(parser.currentName());
            } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                depth--;
                if (depth <= 0) {
                    return;
                }
            }
        }
    }
}
