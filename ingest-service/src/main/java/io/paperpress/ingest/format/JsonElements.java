package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a JSON body into the elements of its array, or its one value, before anything is parsed: an element that is
 * broken, or too long, then costs no other, as a parser that stops at the first error would make it.
 */
final class JsonElements {

    private static final int END = ByteWindow.END;

    private enum Place {
        START,
        IN_ARRAY,
        AFTER_VALUE,
        AT_END
    }

    private final ByteWindow window;
    private final Piece piece;
    private Place place = Place.START;

    JsonElements(InputStream body, int maxElementLength) {
        window = new ByteWindow(body);
        piece = new Piece(maxElementLength);
    }

    /** @return {@code null} after the last element */
    @Nullable
    Line next() throws IOException {
        return switch (place) {
            case START -> first();
            case IN_ARRAY -> element();
            case AFTER_VALUE -> afterValue();
            case AT_END -> null;
        };
    }

    private @Nullable Line first() throws IOException {
        skipByteOrderMark();
        int octet = skipBlank();
        if (octet == END) {
            place = Place.AT_END;
            return null;
        }
        if (octet != '[') {
            int start = window.line();
            scan(false);
            place = Place.AFTER_VALUE;
            return piece.take(start);
        }
        window.read();
        if (skipBlank() == ']') {
            window.read();
            place = Place.AFTER_VALUE;
            return next();
        }
        place = Place.IN_ARRAY;
        return element();
    }

    private Line element() throws IOException {
        skipBlank();
        int start = window.line();
        scan(true);
        int after = window.read();
        if (after == ']') {
            place = Place.AFTER_VALUE;
        } else if (after == END) {
            place = Place.AT_END;
            if (piece.isEmpty()) {
                return new Line(window.line(), "", "missing: the array is not closed");
            }
        }
        return piece.isEmpty() ? new Line(start, "", "missing: nothing stands between two commas") : piece.take(start);
    }

    private @Nullable Line afterValue() throws IOException {
        int octet = skipBlank();
        place = Place.AT_END;
        return octet == END
                ? null
                : new Line(
                        window.line(),
                        "",
                        "not read: more follows after the end of the JSON. Send several submissions as an array,"
                                + " or one a line as application/x-ndjson");
    }

    /** Takes the bytes of one value, up to the comma or bracket that ends it in an array. */
    private void scan(boolean inArray) throws IOException {
        int depth = 0;
        boolean inText = false;
        for (int octet = window.peek(); octet != END; octet = window.peek()) {
            if (!inText && depth == 0 && inArray && (octet == ',' || octet == ']')) {
                return;
            }
            piece.add(window.read());
            if (octet == '\\' && inText && window.peek() != END) {
                piece.add(window.read());
            } else if (octet == '"') {
                inText = !inText;
            } else if (octet == '\n') {
                inText = false; // a string may hold no line end: a quote is missing
            } else if (!inText && (octet == '{' || octet == '[')) {
                depth++;
            } else if (!inText && (octet == '}' || octet == ']')) {
                depth = Math.max(0, depth - 1);
                if (depth == 0 && !inArray) {
                    return;
                }
            }
        }
    }

    private void skipByteOrderMark() throws IOException {
        if (window.peek() == 0xEF && window.peek(1) == 0xBB && window.peek(2) == 0xBF) {
            window.read();
            window.read();
            window.read();
        }
    }

    private int skipBlank() throws IOException {
        int octet = window.peek();
        while (octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t') {
            window.read();
            octet = window.peek();
        }
        return octet;
    }
}
