package io.paperpress.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A body on disk, where it can be read from its end. The file has no name any more once it is open, so that nothing of it
 * stays behind, however the process ends.
 */
final class SpooledBody implements Closeable {

    private static final int BUFFER = 64 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileChannel channel;

    private SpooledBody(FileChannel channel) {
        this.channel = channel;
    }

    static SpooledBody of(InputStream body, Path directory) throws IOException {
        byte[] name = new byte[16];
        RANDOM.nextBytes(name);
        var spooled = new SpooledBody(FileChannel.open(
                directory.resolve("paperpress-" + HexFormat.of().formatHex(name)),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
        try {
            spooled.fill(body);
            return spooled;
        } catch (IOException | RuntimeException broken) {
            spooled.close();
            throw broken;
        }
    }

    private void fill(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            var filled = ByteBuffer.wrap(buffer, 0, read);
            while (filled.hasRemaining()) {
                channel.write(filled);
            }
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** How often four bytes stand in it, counted up to a limit. */
    int count(int signature, int limit) throws IOException {
        var buffer = ByteBuffer.allocate(BUFFER);
        int count = 0;
        int window = 0;
        for (long at = 0; at < channel.size() && count <= limit; at += buffer.limit()) {
            buffer.clear();
            channel.read(buffer, at);
            buffer.flip();
            while (buffer.hasRemaining()) {
                window = (window << 8) | (buffer.get() & 0xFF);
                if (window == signature) {
                    count++;
                }
            }
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
