package io.paperpress.ingest.format;

import io.paperpress.ingest.format.BibtexBlock.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a BibTeX body into its entries before any is parsed, and gets back on its feet where braces do not match: an
 * {@code @type{} at the start of a line begins an entry, whatever is still open, and a closing brace too many is the
 * fault of the entry that it ended early. So either costs one entry.
 */
final class BibtexBlocks {

    private static final int LONGEST_TYPE = 64;

    private final ByteWindow window;
    private final Piece piece;
    private final int maxEntryLength;
    private boolean isAtHead = true;
    private boolean holdsText;

    /** A comment that nothing closed ended there; those before it are passed over by their word alone, as BibTeX does. */
    private long searchedTo;

    BibtexBlocks(InputStream body, int maxEntryLength) {
        this.window = new ByteWindow(body);
        this.piece = new Piece(maxEntryLength);
        this.maxEntryLength = maxEntryLength;
    }

    /** @return {@code null} after the last */
    @Nullable
    BibtexBlock next() throws IOException {
        if (isAtHead) {
            isAtHead = false;
            var head = BibtexTail.read(window);
            holdsText = !head.isBlank();
            Fault fault = head.looseAfter();
            if (fault != null) {
                return new BibtexBlock(1, "", Line.of(1, ""), null, fault);
            }
        }
        while (window.peek() != ByteWindow.END) {
            BibtexBlock block = block();
            if (!block.type().equals("comment") || block.after() != null) {
                return block;
            }
        }
        return null;
    }

    /** Whether anything stands before the first entry. */
    boolean holdsText() {
        return holdsText;
    }

    private BibtexBlock block() throws IOException {
        int line = window.line();
        window.read();
        String type = type();
        if (type.equals("comment")) {
            Fault fault = comment(line);
            BibtexTail.read(window);
            return new BibtexBlock(line, type, Line.of(line, ""), null, fault);
        }
        while (ByteWindow.isBlank(window.peek())) {
            window.read();
        }
        int opening = window.peek();
        if (type.isEmpty() || (opening != '{' && opening != '(')) {
            BibtexTail.read(window);
            return faulty(
                    line,
                    type,
                    new Fault(
                            line,
                            type.isEmpty()
                                    ? "An @ begins no entry: the entry's type, such as article, has to follow it."
                                    : "The entry @%s has no opening brace.".formatted(type)));
        }
        int openedOn = window.line();
        window.read();
        Fault unclosed = opening == '{' ? braced(line) : parenthesised(line);
        boolean closedOnOwnLine = window.atLineStart();
        int closedOn = window.line();
        if (unclosed == null) {
            window.read();
        }
        Line body = piece.take(openedOn);
        var tail = BibtexTail.read(window);
        if (unclosed != null) {
            return faulty(line, type, unclosed);
        }
        if (body.fault() != null) {
            return faulty(line, type, new Fault(line, "This entry is " + body.fault() + "."));
        }
        Fault early = tail.earlyEnd(closedOn, closedOnOwnLine);
        return new BibtexBlock(line, type, body, early, early == null ? tail.looseAfter() : null);
    }

    private static BibtexBlock faulty(int line, String type, Fault fault) {
        return new BibtexBlock(line, type, Line.of(line, ""), fault, null);
    }

    private String type() throws IOException {
        var type = new StringBuilder();
        while (BibtexTail.isLetter(window.peek())) {
            int letter = window.read();
            if (type.length() < LONGEST_TYPE) {
                type.append((char) letter);
            }
        }
        return type.toString().toLowerCase(Locale.ROOT);
    }

    /** Gathers up to the brace that closes the entry, which stays. */
    private @Nullable Fault braced(int line) throws IOException {
        int depth = 1;
        int valueLine = line;
        boolean endsOnOwnLine = false;
        for (int octet = window.peek(); octet != ByteWindow.END; octet = window.peek()) {
            if (octet == '{') {
                valueLine = depth == 1 ? window.line() : valueLine;
                depth++;
            } else if (octet == '}') {
                depth--;
                endsOnOwnLine = window.atLineStart();
                if (depth == 0) {
                    return null;
                }
            } else if (octet == '@' && window.atLineStart() && BibtexTail.beginsEntry(window)) {
                break;
            }
            piece.add(window.read());
        }
        return depth == 1 && !endsOnOwnLine
                ? new Fault(line, "This entry is not closed: its last brace is missing.")
                : new Fault(
                        valueLine,
                        "The entry of line %d is not closed: a brace that opens here has no end.".formatted(line));
    }

    /** Gathers up to the parenthesis that closes the entry, which stays. */
    private @Nullable Fault parenthesised(int line) throws IOException {
        int depth = 0;
        boolean isQuoted = false;
        for (int octet = window.peek(); octet != ByteWindow.END; octet = window.peek()) {
            if (octet == ')' && depth == 0 && !isQuoted) {
                return null;
            }
            if (octet == '@' && window.atLineStart() && BibtexTail.beginsEntry(window)) {
                break;
            }
            depth += octet == '{' ? 1 : octet == '}' && depth > 0 ? -1 : 0;
            isQuoted ^= octet == '"' && depth == 0;
            piece.add(window.read());
        }
        return new Fault(line, "This entry is not closed: its parenthesis, or a brace or quote in it, has no end.");
    }

    /** Passes over a comment in braces; entries in it are commented out. */
    private @Nullable Fault comment(int line) throws IOException {
        int ahead = 0;
        while (ahead < LONGEST_TYPE && ByteWindow.isBlank(window.peek(ahead))) {
            ahead++;
        }
        if (window.peek(ahead) != '{' || window.offset() < searchedTo) {
            return null;
        }
        window.mark();
        int depth = 0;
        for (int length = 0; length <= maxEntryLength && window.peek() != ByteWindow.END; length++) {
            int octet = window.read();
            depth += octet == '{' ? 1 : octet == '}' ? -1 : 0;
            if (octet == '}' && depth == 0) {
                window.unmark();
                return null;
            }
        }
        searchedTo = window.offset();
        window.reset();
        return new Fault(line, "This @comment is not closed, or too long; the entries behind its start were read.");
    }
}
