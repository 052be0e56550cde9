package io.paperpress.ingest.format;

import io.paperpress.ingest.format.BibtexBlock.Fault;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two entries: nothing, or free text, which BibTeX passes over; or the rest of an entry that a brace
 * too many ended early.
 */
final class BibtexTail {

    private static final int LOOK_AHEAD = 64;

    private final ByteWindow window;
    private int lineEnds;
    private int first = ByteWindow.END;
    private int firstLine;
    private int before = ByteWindow.END;
    private int depth;
    private boolean holdsFields;
    private int strayLine;
    private int namelessLine;

    /** What may be the type of an entry without its {@code @}: the first word of a line. */
    private boolean isInFirstWord;

    private int groupAfterWord;

    private BibtexTail(ByteWindow window) {
        this.window = window;
    }

    /** Reads up to the {@code @} that begins the next entry, or is to be reported as one that does not. */
    static BibtexTail read(ByteWindow window) throws IOException {
        var tail = new BibtexTail(window);
        while (window.peek() != ByteWindow.END && !tail.endsHere()) {
            tail.take();
        }
        return tail;
    }

    /** Whether an {@code @type{} stands here, where a parenthesis counts only at the start of a line. */
    static boolean beginsEntry(ByteWindow window) throws IOException {
        int ahead = 1;
        while (ahead < LOOK_AHEAD && isLetter(window.peek(ahead))) {
            ahead++;
        }
        int letters = ahead - 1;
        while (ahead < 2 * LOOK_AHEAD && ByteWindow.isBlank(window.peek(ahead))) {
            ahead++;
        }
        int opening = window.peek(ahead);
        return letters > 0 && (opening == '{' || (opening == '(' && window.atLineStart()));
    }

    static boolean isLetter(int octet) {
        return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
    }

    private boolean endsHere() throws IOException {
        if (window.peek() != '@') {
            return false;
        }
        return window.atLineStart() || (!isLetter(window.last()) && beginsEntry(window));
    }

    private void take() throws IOException {
        if (window.peek() == '%' && window.atLineStart()) {
            skipLine();
            return;
        }
        boolean startsLine = window.atLineStart();
        int line = window.line();
        int octet = window.read();
        if (ByteWindow.isBlank(octet)) {
            lineEnds += octet == '\n' && first == ByteWindow.END ? 1 : 0;
            return;
        }
        if (first == ByteWindow.END) {
            first = octet;
            firstLine = line;
        }
        weigh(octet, line);
        isInFirstWord = isLetter(octet) && (startsLine || isInFirstWord);
        before = octet;
    }

    private void weigh(int octet, int line) {
        if (before == '=' && (octet == '{' || octet == '"')) {
            holdsFields |= depth == 0;
            namelessLine = depth == 1 && namelessLine == 0 ? groupAfterWord : namelessLine;
        }
        if (octet == '{') {
            groupAfterWord = depth == 0 ? (isInFirstWord ? line : 0) : groupAfterWord;
            depth++;
        } else if (octet == '}' && depth > 0) {
            depth--;
        } else if (octet == '}' && strayLine == 0) {
            strayLine = line;
        }
    }

    boolean isBlank() {
        return first == ByteWindow.END;
    }

    private void skipLine() throws IOException {
        while (window.peek() != '\n' && window.peek() != ByteWindow.END) {
            window.read();
        }
    }

    /** The fault of the entry before, if this is its rest. A blank line between says that it is not. */
    @Nullable
    Fault earlyEnd(int closedOn, boolean closedOnOwnLine) {
        boolean isCutShort = strayLine > 0 && (lineEnds == 0 || (first == '}' && !closedOnOwnLine));
        boolean follows = lineEnds < 2 && (holdsFields || first == ',' || isCutShort);
        return follows
                ? new Fault(closedOn, "A closing brace too many: it ends this entry before its own last brace.")
                : null;
    }

    /** What is wrong here without being the fault of the entry before. */
    @Nullable
    Fault looseAfter() {
        if (holdsFields || first == ',') {
            return new Fault(
                    firstLine, "Fields that belong to no entry: the start of an entry is missing before them.");
        }
        if (namelessLine > 0) {
            return new Fault(namelessLine, "This looks like an entry whose @ is missing; it was not read.");
        }
        return strayLine == 0 ? null : new Fault(strayLine, "A closing brace that belongs to no entry.");
    }
}
