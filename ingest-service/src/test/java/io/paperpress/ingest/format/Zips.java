package io.paperpress.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes archives, hostile ones too. */
final class Zips {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes);

    static Zips zip() {
        return new Zips();
    }

    Zips file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Zips file(String name, byte[] content) {
        return entry(new ZipArchiveEntry(name), content);
    }

    Zips folder(String name) {
        return entry(new ZipArchiveEntry(name + "/"), new byte[0]);
    }

    Zips symlink(String name, String target) {
        var entry = new ZipArchiveEntry(name);
        entry.setUnixMode(0120777);
        return entry(entry, target.getBytes(StandardCharsets.UTF_8));
    }

    Zips stored(String name, String text) {
        var entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipArchiveEntry.STORED);
        return entry(entry, text.getBytes(StandardCharsets.UTF_8));
    }

    private Zips entry(ZipArchiveEntry entry, byte[] content) {
        try {
            entry.setSize(content.length);
            if (entry.getMethod() == ZipArchiveEntry.STORED) {
                var crc = new java.util.zip.CRC32();
                crc.update(content);
                entry.setCrc(crc.getValue());
            }
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With other bytes in place of the same text, as in a name: no tool would write it so. */
    static byte[] replaced(byte[] archive, String text, String other) {
        String whole = new String(archive, StandardCharsets.ISO_8859_1);
        return whole.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** With the bits set in the flags of the nth record of the directory and of its file. */
    static byte[] flagged(byte[] archive, int bits) {
        byte[] flagged = archive.clone();
        for (int at = 0; at < flagged.length - 10; at++) {
            boolean signature = flagged[at] == 'P' && flagged[at + 1] == 'K';
            if (signature && flagged[at + 2] == 3 && flagged[at + 3] == 4) {
                flagged[at + 6] |= (byte) bits;
            } else if (signature && flagged[at + 2] == 1 && flagged[at + 3] == 2) {
                flagged[at + 8] |= (byte) bits;
            }
        }
        return flagged;
    }
}
