package io.paperpress.ingest.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a UTF-8 body, one at a time, none of them longer in memory than a limit. */
final class LineReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final Piece piece;
    private int number;

    LineReader(InputStream body, int maxLineLength) {
        in = body instanceof BufferedInputStream ? body : new BufferedInputStream(body);
        piece = new Piece(maxLineLength);
    }

    /** @return {@code null} after the last line */
    @Nullable
    Line next() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            return null;
        }
        for (; octet >= 0 && octet != '\n'; octet = in.read()) {
            piece.add(octet);
        }
        var line = piece.take(++number);
        return line.fault() == null ? Line.of(number, stripped(line.text())) : line;
    }

    private String stripped(String text) {
        int start = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int end = text.endsWith("\r") ? text.length() - 1 : text.length();
        return text.substring(start, Math.max(start, end));
    }
}
