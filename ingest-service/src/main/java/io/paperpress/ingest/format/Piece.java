package io.paperpress.ingest.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gathers the bytes of one line or entry, and stops keeping them when they are too many. */
final class Piece {

    private final int limit;
    private byte[] bytes = new byte[1024];
    private int length;
    private boolean tooLong;

    Piece(int limit) {
        this.limit = limit;
    }

    void add(int octet) {
        if (length == bytes.length) {
            grow(length + 1);
        }
        if (length < limit) {
            bytes[length++] = (byte) octet;
        } else {
            tooLong = true;
        }
    }

    void add(byte[] from, int start, int end) {
        int taken = Math.min(end - start, limit - length);
        tooLong |= taken < end - start;
        grow(length + taken);
        System.arraycopy(from, start, bytes, length, taken);
        length += taken;
    }

    boolean isEmpty() {
        return length == 0;
    }

    private void grow(int needed) {
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }

    /** What was gathered, as it stands at that line; starts anew. */
    Line take(int line) {
        var taken = ByteBuffer.wrap(bytes, 0, length);
        boolean cut = tooLong;
        length = 0;
        tooLong = false;
        if (cut) {
            return new Line(line, "", "longer than the %,d bytes that one entry may have".formatted(limit));
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(taken);
            return Line.of(line, text.toString());
        } catch (CharacterCodingException malformed) {
            return new Line(line, "", "not valid UTF-8");
        }
    }
}
