package io.paperpress.catalog.paper;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids of papers: opaque, short enough for an address, and the same whenever the log is replayed. */
final class PaperId {

    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 12;

    private PaperId() {}

    /** The id of the paper that a submission makes: the first 60 bits of the SHA-256 of its id. */
    static String from(String submissionId) {
        long bits = ByteBuffer.wrap(sha256(submissionId)).getLong();
        var id = new StringBuilder(LENGTH);
        for (int shift = Long.SIZE - 5; id.length() < LENGTH; shift -= 5) {
            id.append(CROCKFORD.charAt((int) (bits >>> shift) & 31));
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
