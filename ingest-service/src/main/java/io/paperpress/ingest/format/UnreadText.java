package io.paperpress.ingest.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of a page that hold no papers, whatever their lines look like: style, script, comments and code. */
final class UnreadText {

    private record Part(String opens, String closes) {}

    private static final List<Part> PARTS = List.of(
            new Part("<style", "</style>"),
            new Part("<script", "</script>"),
            new Part("<!--", "-->"),
            new Part("```", "```"));

    private @Nullable Part within;

    /** Whether this line, the next of the page, belongs to such a part. */
    boolean skips(String line) {
        String text = line.strip();
        if (within != null) {
            within = text.contains(within.closes()) ? null : within;
            return true;
        }
        for (Part part : PARTS) {
            if (text.startsWith(part.opens())) {
                boolean closed = text.indexOf(part.closes(), part.opens().length()) >= 0;
                within = closed ? null : part;
                return true;
            }
        }
        return false;
    }
}
