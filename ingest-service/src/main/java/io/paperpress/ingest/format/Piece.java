package io.paperpress.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Gathers the bytes of one line or entry, and stops keeping them when they are too many. */
final class Piece {

    private final int limit;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private boolean tooLong;

    Piece(int limit) {
        this.limit = limit;
    }

    void add(int octet) {
        if (bytes.size() < limit) {
            bytes.write(octet);
        } else {
            tooLong = true;
        }
    }

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    /** What was gathered, as it stands at that line; starts anew. */
    Line take(int line) {
        byte[] taken = bytes.toByteArray();
        boolean cut = tooLong;
        bytes.reset();
        tooLong = false;
        if (cut) {
            return new Line(line, "", "longer than the %,d bytes that one entry may have".formatted(limit));
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(taken));
            return Line.of(line, text.toString());
        } catch (CharacterCodingException malformed) {
            return new Line(line, "", "not valid UTF-8");
        }
    }
}
