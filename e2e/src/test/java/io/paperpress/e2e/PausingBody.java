package io.paperpress.e2e;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A body of which the second part leaves only when something has happened. */
final class PausingBody extends SequenceInputStream {

    PausingBody(String first, CountDownLatch happened, String second) {
        super(bytes(first), new Waiting(bytes(second), happened));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Waiting extends FilterInputStream {

        private final CountDownLatch happened;

        Waiting(InputStream in, CountDownLatch happened) {
            super(in);
            this.happened = happened;
        }

        @Override
        public int read() throws IOException {
            awaitIt();
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            awaitIt();
            return super.read(into, offset, length);
        }

        private void awaitIt() throws InterruptedIOException {
            try {
                happened.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        }
    }
}
