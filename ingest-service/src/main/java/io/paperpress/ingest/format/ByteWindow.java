package io.paperpress.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a body, with a look ahead, a way back to a mark, and the number of the line. */
final class ByteWindow {

    static final int END = -1;

    private static final int BLOCK = 64 * 1024;

    private record Place(int at, int line, boolean atLineStart, int last) {}

    private final InputStream in;
    private byte[] bytes = new byte[BLOCK];
    private int end;
    private long passed;
    private Place mark = new Place(-1, 0, true, END);

    private int at;
    private int line = 1;
    private boolean atLineStart = true;
    private int last = END;

    ByteWindow(InputStream body) {
        in = body;
    }

    /** @return the next byte, which stays; {@link #END} after the last */
    int peek() throws IOException {
        return at < end || fill() ? bytes[at] & 0xFF : END;
    }

    /** @param ahead 0 for the next byte */
    int peek(int ahead) throws IOException {
        while (at + ahead >= end) {
            if (!fill()) {
                return END;
            }
        }
        return bytes[at + ahead] & 0xFF;
    }

    int read() throws IOException {
        int octet = peek();
        if (octet == END) {
            return END;
        }
        at++;
        last = octet;
        if (octet == '\n') {
            line++;
            atLineStart = true;
        } else if (!isBlank(octet)) {
            atLineStart = false;
        }
        return octet;
    }

    /** 1-based line of the next byte. */
    int line() {
        return line;
    }

    /** Whether nothing but blanks stands before the next byte in its line. */
    boolean atLineStart() {
        return atLineStart;
    }

    /** The byte that was read last. */
    int last() {
        return last;
    }

    /** How many bytes were read of the body. */
    long offset() {
        return passed + at;
    }

    /** Keeps everything from here on, for a {@link #reset}. */
    void mark() {
        mark = new Place(at, line, atLineStart, last);
    }

    void unmark() {
        mark = new Place(-1, 0, true, END);
    }

    /** Goes back to the mark, and forgets it. */
    void reset() {
        at = mark.at();
        line = mark.line();
        atLineStart = mark.atLineStart();
        last = mark.last();
        unmark();
    }

    static boolean isBlank(int octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n' || octet == '\f';
    }

    private boolean fill() throws IOException {
        int keep = mark.at() < 0 ? at : mark.at();
        System.arraycopy(bytes, keep, bytes, 0, end - keep);
        at -= keep;
        end -= keep;
        passed += keep;
        if (mark.at() >= 0) {
            mark = new Place(0, mark.line(), mark.atLineStart(), mark.last());
        }
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.read(bytes, end, bytes.length - end);
        end += Math.max(0, read);
        return read > 0;
    }
}
