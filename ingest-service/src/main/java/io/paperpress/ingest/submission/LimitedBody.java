package io.paperpress.ingest.submission;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that may not go on for ever, whatever its {@code Content-Length} says. */
final class LimitedBody extends FilterInputStream {

    /** The body is longer than allowed. */
    static final class TooLarge extends IOException {}

    private long left;

    LimitedBody(InputStream body, long limit) {
        super(body);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0) {
            count(1);
        }
        return octet;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int read) throws TooLarge {
        left -= read;
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
