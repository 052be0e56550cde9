package io.paperpress.ingest.format;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the rows of Markdown tables from their heads. A row that stands outside a table, as after a stray blank line, is
 * still a row: nothing a person wrote is dropped in silence.
 */
final class TableLines {

    private static final Pattern RULE = Pattern.compile("\\s*:?-{2,}:?\\s*");

    private final Consumer<Line> rows;
    private final Consumer<Line> others;
    private @Nullable Line waiting;

    TableLines(Consumer<Line> rows, Consumer<Line> others) {
        this.rows = rows;
        this.others = others;
    }

    void accept(Line line) {
        if (!isTabular(line)) {
            end();
            others.accept(line);
        } else if (isRule(line)) {
            waiting = null; // what stood above the rule was the table's head
        } else {
            end();
            waiting = line;
        }
    }

    /** Must be called after the last line. */
    void end() {
        if (waiting != null) {
            var row = waiting;
            waiting = null;
            rows.accept(row);
        }
    }

    static boolean isTabular(Line line) {
        return line.text().stripLeading().startsWith("|");
    }

    static boolean isRule(Line line) {
        if (!isTabular(line)) {
            return false;
        }
        String row = line.text().strip();
        String inner = row.substring(1, row.endsWith("|") && row.length() > 1 ? row.length() - 1 : row.length());
        return Stream.of(inner.split("\\|", -1)).allMatch(RULE.asMatchPredicate());
    }
}
