package io.paperpress.common.formats;

import java.util.List;
import java.util.stream.Collectors;

/** An entry of a list of references, of which parts stand in italics. */
public final class Reference {

    private record Run(String text, boolean isItalic) {}

    private final List<Run> runs;

    private Reference(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    /** One line of plain text. */
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** The same as HTML for the inside of a paragraph; everything that the paper says is escaped. */
    public String html() {
        return runs.stream()
                .map(run -> run.isItalic() ? "<i>" + escaped(run.text()) + "</i>" : escaped(run.text()))
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Puts parts one behind the other, with a blank between them and no full stop after another end of a sentence. */
    static final class Writer {

        private final java.util.ArrayList<Run> runs = new java.util.ArrayList<>();

        /** A part that begins after a blank. */
        Writer then(String text) {
            return add(runs.isEmpty() ? text : " " + text, false);
        }

        /** A part in italics that begins after a blank. */
        Writer thenItalic(String text) {
            if (!runs.isEmpty()) {
                add(" ", false);
            }
            return add(text, true);
        }

        /** Behind what is there, without a blank. */
        Writer add(String text) {
            return add(text, false);
        }

        /** Ends a sentence, unless its last word did. */
        Writer stop() {
            return runs.isEmpty() || endsSentence(runs.getLast().text()) ? this : add(".", false);
        }

        Reference written() {
            return new Reference(runs);
        }

        private Writer add(String text, boolean isItalic) {
            runs.add(new Run(text, isItalic));
            return this;
        }
    }

    /** A title in quotation marks with what ends it inside of them: {@code “Title.”}, {@code “Title?”}. */
    static String quoted(String title, String end) {
        String inner = title.replaceAll("[“\"]([^”\"]*)[”\"]", "‘$1’");
        return "“" + inner + (endsSentence(inner) ? "" : end) + "”";
    }

    static boolean endsSentence(String text) {
        return text.matches("(?s).*[.?!…][’”)]?");
    }
}
