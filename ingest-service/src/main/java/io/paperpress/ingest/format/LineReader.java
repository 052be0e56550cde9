package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a UTF-8 body, one at a time, none of them longer in memory than a limit. */
final class LineReader {

    private static final int BLOCK = 16 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final Piece piece;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int end;
    private int number;

    LineReader(InputStream body, int maxLineLength) {
        in = body;
        piece = new Piece(maxLineLength);
    }

    /** @return {@code null} after the last line */
    @Nullable
    Line next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        boolean ended = false;
        while (!ended && (at < end || fill())) {
            int start = at;
            while (at < end && block[at] != '\n') {
                at++;
            }
            piece.add(block, start, at);
            ended = at < end;
            at += ended ? 1 : 0;
        }
        var line = piece.take(++number);
        return line.fault() == null ? Line.of(number, stripped(line.text())) : line;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(block, 0, BLOCK));
        return end > 0;
    }

    private String stripped(String text) {
        int start = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int end = text.endsWith("\r") ? text.length() - 1 : text.length();
        return text.substring(start, Math.max(start, end));
    }
}
