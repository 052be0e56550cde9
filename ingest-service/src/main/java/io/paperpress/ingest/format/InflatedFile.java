package io.paperpress.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** A file of an archive as it is inflated, which may not grow beyond measure and must be what its checksum says. */
final class InflatedFile extends FilterInputStream {

    /** Why the rest of a file is not read; the message is for the submitter. */
    static final class Refused extends IOException {

        Refused(String message) {
            super(message);
        }
    }

    /** What all files of an archive may still have. */
    static final class Allowance {

        private final long bytes;
        private long left;

        Allowance(long bytes) {
            this.bytes = bytes;
            left = bytes;
        }

        void check() throws Refused {
            if (left < 0) {
                throw new Refused("the files of an archive may have at most %,d bytes together".formatted(bytes));
            }
        }

        private void take(long taken) throws Refused {
            left -= taken;
            check();
        }
    }

    private static final int UNSUSPICIOUS = 1024 * 1024;

    private final long compressed;
    private final long checksum;
    private final int ratio;
    private final Allowance allowance;
    private final CRC32 sum = new CRC32();
    private long length;

    /** @param checksum CRC-32 */
    InflatedFile(InputStream inflated, long compressed, long checksum, int ratio, Allowance allowance) {
        super(inflated);
        this.compressed = compressed;
        this.checksum = checksum;
        this.ratio = ratio;
        this.allowance = allowance;
    }

    /** @throws Refused where a file of that length would be a bomb */
    static void check(long length, long compressed, int ratio) throws Refused {
        if (length > UNSUSPICIOUS && length / ratio >= Math.max(1, compressed)) {
            throw new Refused("it inflates to more than %,d times its length".formatted(ratio));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        int read = super.read(into, offset, wanted);
        if (read < 0) {
            if (sum.getValue() != checksum) {
                throw new Refused("its checksum does not fit: it is damaged");
            }
            return read;
        }
        sum.update(into, offset, read);
        length += read;
        allowance.take(read);
        check(length, compressed, ratio);
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return readNBytes((int) Math.min(wanted, 8192)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
