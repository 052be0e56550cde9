package io.paperpress.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a JSON body into the elements of its array, or its one value, before anything is parsed: an element that is
 * broken, or too long, then costs no other, as a parser that stops at the first error would make it.
 */
final class JsonElements {

    private static final int END = -1;

    private enum Place {
        START,
        IN_ARRAY,
        AFTER_VALUE,
        AT_END
    }

    private final InputStream in;
    private final Piece piece;
    private Place place = Place.START;
    private int line = 1;
    private int peeked;
    private boolean hasPeeked;

    JsonElements(InputStream body, int maxElementLength) {
        in = new BufferedInputStream(body);
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
            int start = line;
            scan(false);
            place = Place.AFTER_VALUE;
            return piece.take(start);
        }
        read();
        if (skipBlank() == ']') {
            read();
            place = Place.AFTER_VALUE;
            return next();
        }
        place = Place.IN_ARRAY;
        return element();
    }

    private Line element() throws IOException {
        skipBlank();
        int start = line;
        scan(true);
        int after = read();
        if (after == ']') {
            place = Place.AFTER_VALUE;
        } else if (after == END) {
            place = Place.AT_END;
            if (piece.isEmpty()) {
                return new Line(line, "", "missing: the array is not closed");
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
                        line,
                        "",
                        "not read: more follows after the end of the JSON. Send several submissions as an array,"
                                + " or one a line as application/x-ndjson");
    }

    /** Takes the bytes of one value, up to the comma or bracket that ends it in an array. */
    private void scan(boolean inArray) throws IOException {
        int depth = 0;
        boolean inText = false;
        for (int octet = peek(); octet != END; octet = peek()) {
            if (!inText && depth == 0 && inArray && (octet == ',' || octet == ']')) {
                return;
            }
            piece.add(read());
            if (octet == '\\' && inText && peek() != END) {
                piece.add(read());
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
        if (peek() == 0xEF) {
            in.mark(2);
            if (in.read() == 0xBB && in.read() == 0xBF) {
                hasPeeked = false;
            } else {
                in.reset();
            }
        }
    }

    private int skipBlank() throws IOException {
        int octet = peek();
        while (octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t') {
            read();
            octet = peek();
        }
        return octet;
    }

    private int peek() throws IOException {
        if (!hasPeeked) {
            peeked = in.read();
            hasPeeked = true;
        }
        return peeked;
    }

    private int read() throws IOException {
        int octet = peek();
        hasPeeked = false;
        if (octet == '\n') {
            line++;
        }
        return octet;
    }
}
