package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;

/** A body that is one entry. */
final class WholeBody {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private WholeBody() {}

    /** The body as text, or why it cannot be read; no more of it is held in memory than the limit. */
    static Line read(InputStream body, int limit) throws IOException {
        var piece = new Piece(limit);
        byte[] bytes = body.readNBytes(limit + 1);
        for (byte octet : bytes) {
            piece.add(octet);
        }
        var line = piece.take(1);
        boolean marked = !line.text().isEmpty() && line.text().charAt(0) == BYTE_ORDER_MARK;
        return marked ? Line.of(1, line.text().substring(1)) : line;
    }
}
